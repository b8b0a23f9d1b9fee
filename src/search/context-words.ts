import type { Article, BlockContext } from '../corpus/article.ts';
import { blockOf, sliceOf } from './articles/parts.ts';

/** Folders that say how files are kept, not what they are about. */
const SAYS_NOTHING = new Set(
  `article articles blog content contents corpus data doc docs document documents export exports file files folder html
   import imports main manual markdown md misc news notes old other page pages post posts pub public raw source sources
   src static text texts txt wiki www`.split(/\s+/),
);
/** A language (`en`, `pt-BR`), a year, a day, a version, a mere number. */
const SAYS_LITTLE = /^(?:[a-z]{2}(?:[-_][a-z]{2,4})?|[\d\s._-]*|v\d[\d._-]*)$/iu;
/** Numbers that put folders in order: `03 Memory`, `2. Plans`. */
const ORDINAL = /^\d+(?:[.)_-]\s?|\s)/u;

/** The folders of a file that tell what it is about, outermost first, as words. */
export function folderNames(path: string): string[] {
  return path
    .split('/')
    .slice(0, -1)
    .filter((name) => !SAYS_NOTHING.has(name.toLowerCase()) && !SAYS_LITTLE.test(name))
    .map((name) =>
      name
        .replace(ORDINAL, '')
        .replace(/[-_\s]+/gu, ' ')
        .trim(),
    )
    .filter((name) => name !== '');
}

/** What a unit in a block of an article stands under, in words: the title, the folders, then the slices of the text. */
export function contextWords(article: Article, block: number | undefined): string[] {
  const context: readonly BlockContext[] = blockOf(article, block)?.context ?? [];
  const slices = context.map(({ span }) => sliceOf(article, ...span));
  return [article.title, ...folderNames(article.path), ...slices];
}
