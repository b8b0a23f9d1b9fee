import { type ByteSource, outside } from '../bytes/byte-source.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { asBytes, numbersOf, type Sections } from '../bytes/sections.ts';

/** What others have read of the articles of a file and want to find again beside them; the search knows nothing of it. */
export interface StoredNotes {
  /** Read by position, without a check. Of an article without notes: nothing. @throws an error of the file system */
  of(article: number): Uint8Array;
}

/** Collects the notes of articles that are to lie in one file. */
export class NotesWriter {
  readonly #bytes = new ByteWriter();
  readonly #starts: number[] = [0];

  add(notes: Uint8Array): void {
    this.#bytes.bytes(notes);
    this.#starts.push(this.#bytes.size);
  }

  sections(): [name: string, Uint8Array][] {
    return [
      ['notes.starts', asBytes(Uint32Array.from(this.#starts))],
      ['notes.bytes', this.#bytes.finish()],
    ];
  }
}

/** @throws {RangeError} when a section is missing or damaged */
export function openNotes(sections: Sections, articles: number): StoredNotes {
  const starts = numbersOf(sections.whole('notes.starts'));
  const source: ByteSource = sections.part('notes.bytes');
  if (starts.length !== articles + 1 || starts.at(-1) !== source.size) throw outside();
  return {
    of(article) {
      const start = starts[article] ?? 0;
      return source.read(start, (starts[article + 1] ?? start) - start);
    },
  };
}
