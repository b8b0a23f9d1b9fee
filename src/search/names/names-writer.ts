import { ByteWriter } from '../bytes/byte-writer.ts';
import { asBytes } from '../bytes/sections.ts';
import { foldName } from './fold-name.ts';

/** A name as it stands in a sentence of an article. */
export interface NameMention {
  /** Of the article, from 0. */
  readonly sentence: number;
  readonly name: string;
}

/** Collects the names of articles that are to lie in one file. */
export class NamesWriter {
  /** By spelling its number, in the order in which they came. */
  readonly #numbers = new Map<string, number>();
  /** Sentence and spelling of each mention, one after the other. */
  readonly #mentions: number[] = [];
  /** By article its first mention in there. */
  readonly #starts: number[] = [0];

  /** @param mentions of the next article, in the order of its sentences */
  add(mentions: readonly NameMention[]): void {
    for (const { sentence, name } of mentions) {
      const number = this.#numbers.get(name) ?? this.#numbers.size;
      this.#numbers.set(name, number);
      this.#mentions.push(sentence, number);
    }
    this.#starts.push(this.#mentions.length);
  }

  /** Spellings are numbered by what they have in common, then as they came. */
  sections(): [name: string, Uint8Array][] {
    const came = Array.from(this.#numbers, ([name, number]) => ({ name, number, key: foldName(name) }));
    const spellings = came.sort((a, b) => compare(a.key, b.key) || a.number - b.number);
    const numbers = new Uint32Array(spellings.length);
    const keys: string[] = [];
    const firsts: number[] = [];
    for (const [now, { number, key }] of spellings.entries()) {
      numbers[number] = now;
      if (now > 0 && keys.at(-1) === key) continue;
      keys.push(key);
      firsts.push(now);
    }
    return [
      ...this.#mentionSections(numbers),
      ...textSections(
        'names.spellings',
        spellings.map(({ name }) => name),
      ),
      ...textSections('names.keys', keys),
      ['names.firsts', asBytes(Uint32Array.from([...firsts, spellings.length]))],
      ['names.endings', asBytes(Uint32Array.from(endingsOf(keys)))],
    ];
  }

  #mentionSections(numbers: Uint32Array): [name: string, Uint8Array][] {
    const writer = new ByteWriter();
    const starts = [0];
    for (let article = 1; article < this.#starts.length; article++) {
      let before = 0;
      for (let at = this.#starts[article - 1] ?? 0; at < (this.#starts[article] ?? 0); at += 2) {
        const sentence = this.#mentions[at] ?? 0;
        writer.varint(sentence - before);
        writer.varint(numbers[this.#mentions[at + 1] ?? 0] ?? 0);
        before = sentence;
      }
      starts.push(writer.size);
    }
    return [
      ['names.starts', asBytes(Uint32Array.from(starts))],
      ['names.mentions', writer.finish()],
    ];
  }
}

/** The number of a name and where one of its words begins in it, for each of its words, in the order of what follows. */
function endingsOf(keys: readonly string[]): number[] {
  const endings = keys.flatMap((key, number) =>
    wordStarts(key).map((start) => ({ number, start, ending: key.slice(start) })),
  );
  endings.sort((a, b) => compare(a.ending, b.ending) || a.number - b.number);
  return endings.flatMap(({ number, start }) => [number, start]);
}

function wordStarts(key: string): number[] {
  return [0, ...Array.from(key.matchAll(/ /g), ({ index }) => index + 1)];
}

function textSections(name: string, texts: readonly string[]): [name: string, Uint8Array][] {
  const writer = new ByteWriter();
  const offsets = [0];
  for (const text of texts) {
    writer.bytes(Buffer.from(text));
    offsets.push(writer.size);
  }
  return [
    [`${name}.bytes`, writer.finish()],
    [`${name}.offsets`, asBytes(Uint32Array.from(offsets))],
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
