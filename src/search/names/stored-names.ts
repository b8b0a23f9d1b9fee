import { ByteReader } from '../bytes/byte-reader.ts';
import { numbersOf, type Sections } from '../bytes/sections.ts';
import { lazily } from '../lazily.ts';
import { countNames, type NameCounts } from './name-counts.ts';
import { openNameTable } from './name-table.ts';
import type { NameMention } from './names-writer.ts';

/** The names of a segment's file. Whatever is asked for may throw a RangeError when the file is damaged. */
export interface StoredNames {
  /** Those of an article, as they were added to the file. */
  of(article: number): NameMention[];
  /**
   * Counts the names of the articles that are left, and gives them for looking up; what was counted last is kept.
   * @param perArticle how many of an article's first sentences count
   */
  counted(removed: ReadonlySet<number>, perArticle: number): NameCounts;
}

/** Reads nothing yet. @throws {RangeError} when a section is missing */
export function openNames(sections: Sections): StoredNames {
  const bytes = sections.part('names.mentions');
  const starts = lazily(() => numbersOf(sections.whole('names.starts')));
  const table = lazily(() => openNameTable(sections));
  let last: { readonly removed: ReadonlySet<number>; perArticle: number; counts: NameCounts } | undefined;
  return {
    of(article) {
      const start = starts()[article] ?? 0;
      const reader = new ByteReader(bytes.read(start, (starts()[article + 1] ?? start) - start));
      const mentions: NameMention[] = [];
      for (let sentence = 0; !reader.isDone; ) {
        sentence += reader.varint();
        mentions.push({ sentence, name: table().spellingOf(reader.varint()) });
      }
      return mentions;
    },
    counted(removed, perArticle) {
      if (last?.removed !== removed || last.perArticle !== perArticle) {
        const stored = { starts: starts(), bytes: sections.whole('names.mentions') };
        last = { removed, perArticle, counts: countNames(table(), stored, removed, perArticle) };
      }
      return last.counts;
    },
  };
}
