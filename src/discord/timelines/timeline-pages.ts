import { createHash } from 'node:crypto';
import type { TimelineEntry } from '../../timeline/tell/timeline-types.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { textRoom } from '../replies/fit-text.ts';
import type { Pick } from '../replies/view-parts.ts';
import type { Words } from '../words/words.ts';
import { entryMarkdown, type Heading, headingsOf } from './timeline-entry.ts';

const DEFAULTS = {
  /** Entries of a page, unless there is less room. */
  entries: 8,
} as const;

/** One page: its entries as Markdown, and the year that it begins with. */
export interface TimelinePage {
  readonly texts: readonly string[];
  readonly years: readonly string[];
}

/**
 * Shares the entries out among pages: at most eight, fewer when their words would not fit into a message.
 * @param byDate whether years and months are headings
 * @param fixed the longest text that stands beside the entries of a page
 */
export function timelinePages(
  entries: readonly TimelineEntry[],
  byDate: boolean,
  fixed: string,
  words: Words,
): TimelinePage[] {
  const pages: { texts: string[]; years: string[] }[] = [];
  let above: TimelineEntry | undefined;
  for (const entry of entries) {
    const page = pages.at(-1);
    const text = entryMarkdown(entry, byDate ? newHeadings(entry, above, words) : [], words);
    const fits =
      page !== undefined &&
      page.texts.length < DEFAULTS.entries &&
      text.length <= textRoom(fixed, ...page.texts);
    const year = headingsOf(entry.event, words)[0].text;
    if (fits) {
      page.texts.push(text);
      page.years.push(year);
    } else {
      pages.push({
        texts: [entryMarkdown(entry, byDate ? newHeadings(entry, undefined, words) : [], words)],
        years: [year],
      });
    }
    above = entry;
  }
  return pages;
}

/** The headings that differ from those of the entry above; a new year brings its month along. */
function newHeadings(entry: TimelineEntry, above: TimelineEntry | undefined, words: Words): Heading[] {
  const headings = headingsOf(entry.event, words).filter((heading) => heading !== undefined);
  const before = above === undefined ? [] : headingsOf(above.event, words);
  const same = headings.findIndex((heading, level) => heading.text !== before[level]?.text);
  return same === -1 ? [] : headings.slice(same);
}

/**
 * Where each year begins, for a select: at most 25 choices, several years in one when there are more. A choice's value
 * begins with the number of its page.
 */
export function yearChoices(pages: readonly TimelinePage[], words: Words): Pick[] {
  const years = new Map<string, { page: number; entries: number }>();
  for (const [page, { years: list }] of pages.entries()) {
    for (const year of list) {
      const known = years.get(year);
      years.set(year, { page: known?.page ?? page, entries: (known?.entries ?? 0) + 1 });
    }
  }
  const all = [...years];
  const each = Math.ceil(all.length / LIMITS.selectOptions);
  return Array.from({ length: each === 0 ? 0 : Math.ceil(all.length / each) }, (_, group) => {
    const part = all.slice(group * each, (group + 1) * each);
    const [first = '', last = ''] = [part[0]?.[0], part.at(-1)?.[0]];
    return {
      label: first === last ? first : `${first} – ${last}`,
      value: `${part[0]?.[1].page ?? 0}.${group}`,
      description: words.say('timeline.quotes', {
        count: part.reduce((sum, [, { entries }]) => sum + entries, 0),
      }),
    };
  });
}

/** Changes when a timeline, made again, is another one. Eight characters. */
export function timelineMark(entries: readonly TimelineEntry[]): string {
  const hash = createHash('sha256');
  for (const { event } of entries) {
    hash.update(
      JSON.stringify([event.article.id, event.article.hash, event.sentence.start, event.from, event.to]),
    );
  }
  return hash.digest('base64url').slice(0, 8);
}
