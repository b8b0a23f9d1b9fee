import { decodeHTML } from 'entities';
import type { Problem } from '../article.ts';
import type { Metadata } from '../reading/draft.ts';
import { type FactKey, isFactKey, valuesFor } from '../stated-facts/keys.ts';
import { textsOf } from '../stated-facts/plain-values.ts';
import { nearest } from './nearest-key.ts';
import { parseCalendarDate } from './parse-day.ts';

/** The keys of front matter and of export lines, in the order they are written. */
export const METADATA_KEYS = ['title', 'publisher', 'authors', 'published', 'url', 'tags'] as const;

/** Where a piece of metadata stands, for messages. `lineOf` is given when keys have lines of their own. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly lineOf?: (key: string) => number | undefined;
}

/** Keys that Jekyll, Hugo, Obsidian and the like know, and that tell us nothing. */
const FOREIGN = new Set(
  (
    'licence language permalink slug aliases alias cssclass cssclasses publish draft layout category categories description ' +
    'summary excerpt weight order type kind image images cover banner thumbnail icon toc lastmod modified updated created ' +
    'last_modified_at last_modified_date expirydate publishdate nav_order nav_exclude parent grand_parent has_children ' +
    'has_toc sidebar sidebar_position sidebar_label id hide_title hide_table_of_contents keywords series outputs url_path ' +
    'redirect_from redirect_to comments math mermaid featured pin up related mobile status version versions intro shorttitle ' +
    'subtitle linktitle menu params cascade head template edit search robots canonical canonical_url topics product contenttype'
  ).split(' '),
);
/** What may be several. */
const LIST_KEYS: ReadonlySet<FactKey> = new Set(['authors', 'tags']);

/**
 * Checks the metadata that a file states, in our keys or those of other programs. Every key is taken by itself: a bad one
 * is reported and left out, the others count.
 * @param record the parsed YAML, TOML or JSON object
 * @param strict whether a key that looks like one of ours misspelt is a mistake (front matter) or none of our business
 * (an export, where what can't be read is passed over when another key says it)
 */
export function parseMetadata(
  record: Readonly<Record<string, unknown>>,
  place: Place,
  strict: boolean,
): { metadata: Metadata; problems: Problem[] } {
  const problems: Problem[] = [];
  const problem = (severity: Problem['severity'], key: string, message: string, fix: string) =>
    problems.push({ severity, path: place.path, line: place.lineOf?.(key) ?? place.line, message, fix });
  /** The first value for the key that says what is asked for; a value under our own key that does not is a mistake. */
  const read = (key: FactKey, isFit: (text: string) => boolean = () => true): string[] => {
    for (const { key: name, value } of valuesFor(record, key, !strict)) {
      // `published: true` tells that it is no draft.
      if (typeof value === 'boolean' && key !== 'title') continue;
      const texts = textsOf(value)?.map((text) => text.replace(/\s+/g, ' ').trim());
      const isOne = LIST_KEYS.has(key) || (texts?.length ?? 0) <= 1 || name !== key;
      if (texts === undefined || !isOne) {
        if (name === key)
          problem('error', name, `"${name}" has a value of the wrong kind.`, expectation(key));
        continue;
      }
      const fitting = texts.filter((text) => text !== '' && (name === key || isFit(text)));
      if (fitting.length > 0) return fitting;
    }
    return [];
  };

  if (strict) {
    for (const key of Object.keys(record)) {
      if (isFactKey(key) || FOREIGN.has(key.toLowerCase())) continue;
      const known = nearest(key.toLowerCase(), METADATA_KEYS);
      if (known) problem('warning', key, `Unknown front matter key "${key}".`, `Did you mean "${known}"?`);
    }
  }

  const [title] = read('title');
  const [publisher] = read('publisher', (text) => !isWebAddress(text) && !text.startsWith('[['));
  const [url] = read('url', isWebAddress);
  const [[licence], [language]] = [read('licence'), read('language')];
  const { permalink: path } = record;
  const permalink = strict && typeof path === 'string' ? path.trim() : undefined;
  const [written] = read('published', (text) => parseCalendarDate(text).ok);
  const published = written ? parseCalendarDate(written) : undefined;
  if (published?.ok === false) {
    const why = {
      impossible: 'is not a day of the calendar',
      ambiguous: 'can be read in two ways (day or month first)',
      unreadable: 'is not a date',
    }[published.reason];
    problem('error', 'published', `published: "${written?.slice(0, 40)}" ${why}.`, expectation('published'));
  }
  const webAddress = url === undefined || isWebAddress(url);
  if (!webAddress)
    problem('warning', 'url', `url: "${url.slice(0, 80)}" is not a web address.`, expectation('url'));

  return {
    metadata: {
      ...(title ? { title: strict ? title : shownText(title) } : {}),
      ...(publisher ? { publisher } : {}),
      authors: strict ? read('authors') : read('authors').flatMap(namesIn),
      ...(url && webAddress ? { url } : {}),
      ...(published?.ok ? { published: published.date } : {}),
      tags: strict ? read('tags') : read('tags').filter(hasLetter),
      ...(licence ? { licence } : {}),
      ...(language ? { language } : {}),
      ...(permalink ? { permalink } : {}),
    },
    problems,
  };
}

/** Names of people in a field of an export; a number is a key into another table. */
function namesIn(text: string): string[] {
  const names = text.replace(/^by:?\s/i, '').split(';');
  return names.map((name) => name.trim()).filter(hasLetter);
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** A title without the markup of pages that some programs leave in it. */
function shownText(text: string): string {
  const words = decodeHTML(text.replace(/<\/?[a-z][^<>]{0,200}>/gi, ''));
  return words.replace(/\s+/g, ' ').trim();
}

/** Whether the text is a complete http or https address. */
export function isWebAddress(address: string): boolean {
  if (!/^https?:\/\//i.test(address)) return false;
  return URL.canParse(address);
}

function expectation(key: string): string {
  switch (key) {
    case 'published':
      return 'Write the date as published: YYYY-MM-DD, or leave the line out.';
    case 'url':
      return 'Write the full address, beginning with https://, or leave the line out.';
    case 'authors':
    case 'tags':
      return `Write ${key}: [first, second].`;
    default:
      return `Write ${key} as one line of text.`;
  }
}
