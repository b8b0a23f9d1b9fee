import { z } from 'zod';
import type { Problem } from './article.ts';
import { parseCalendarDate } from './calendar.ts';
import type { Metadata } from './draft.ts';
import { nearest } from './nearest.ts';

/** The keys of front matter and of export lines, in the order they are written. */
export const METADATA_KEYS = ['title', 'publisher', 'authors', 'published', 'url', 'tags'] as const;

/** Keys of other programs that say the same as ours. */
const SYNONYMS: Readonly<Record<string, string>> = {
  date: 'published',
  author: 'authors',
  license: 'licence',
  lang: 'language',
  tag: 'tags',
};
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

const text = z.string().transform((value) => value.replace(/\s+/g, ' ').trim());
const list = z.union([
  z.array(text).transform((values) => values.filter((value) => value !== '')),
  text.transform((value) => (value === '' ? [] : [value])),
]);
const optional = <T extends z.ZodType>(type: T) => type.nullish();

const FIELDS = {
  title: optional(z.union([text, z.number().transform(String)])),
  publisher: optional(text),
  authors: optional(list),
  url: optional(text),
  published: optional(text),
  tags: optional(list),
  licence: optional(text).catch(undefined),
  language: optional(text).catch(undefined),
  permalink: optional(text).catch(undefined),
};

/** Where a piece of metadata stands, for messages. `lineOf` is given when keys have lines of their own. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly lineOf?: (key: string) => number | undefined;
}

/**
 * Checks the metadata that a file states. Every key is taken by itself: a bad one is reported and left out, the others
 * count.
 * @param record the parsed YAML or JSON object
 * @param strict whether a key that is not ours is a mistake (front matter) or none of our business (an export)
 */
export function parseMetadata(
  record: Readonly<Record<string, unknown>>,
  place: Place,
  strict: boolean,
): { metadata: Metadata; problems: Problem[] } {
  const problems: Problem[] = [];
  const problem = (severity: Problem['severity'], key: string, message: string, fix: string) =>
    problems.push({ severity, path: place.path, line: place.lineOf?.(key) ?? place.line, message, fix });
  const read = <T>(key: string, type: z.ZodType<T>): NonNullable<T> | undefined => {
    const synonym = Object.keys(SYNONYMS).find((other) => SYNONYMS[other] === key && other in record);
    const value = record[key] ?? (strict && synonym !== undefined ? record[synonym] : undefined);
    const result = type.safeParse(value);
    if (result.success) return result.data ?? undefined;
    problem('error', key, `"${key}" has a value of the wrong kind.`, expectation(key));
    return undefined;
  };

  if (strict) {
    const isKnown = (key: string) => METADATA_KEYS.some((known) => known === key) || key in SYNONYMS;
    for (const key of Object.keys(record)) {
      if (isKnown(key) || FOREIGN.has(key.toLowerCase())) continue;
      const known = nearest(key.toLowerCase(), METADATA_KEYS);
      const fix = known
        ? `Did you mean "${known}"?`
        : `Remove it, or use one of ${METADATA_KEYS.join(', ')}; it is ignored.`;
      problem('warning', key, `Unknown front matter key "${key}".`, fix);
    }
  }

  const title = read('title', FIELDS.title);
  const publisher = read('publisher', FIELDS.publisher);
  const url = read('url', FIELDS.url);
  const [licence, language] = [read('licence', FIELDS.licence), read('language', FIELDS.language)];
  const permalink = strict ? read('permalink', FIELDS.permalink) : undefined;
  const written = read('published', FIELDS.published);
  const published = written ? parseCalendarDate(written) : undefined;
  if (published?.ok === false) {
    const why = {
      impossible: 'is not a day of the calendar',
      ambiguous: 'can be read in two ways (day or month first)',
      unreadable: 'is not a date',
    }[published.reason];
    problem('error', 'published', `published: "${written?.slice(0, 40)}" ${why}.`, expectation('published'));
  }
  const webAddress = url === undefined || url === '' || isWebAddress(url);
  if (!webAddress)
    problem('warning', 'url', `url: "${url.slice(0, 80)}" is not a web address.`, expectation('url'));

  return {
    metadata: {
      ...(title ? { title } : {}),
      ...(publisher ? { publisher } : {}),
      authors: read('authors', FIELDS.authors) ?? [],
      ...(url && webAddress ? { url } : {}),
      ...(published?.ok ? { published: published.date } : {}),
      tags: read('tags', FIELDS.tags) ?? [],
      ...(licence ? { licence } : {}),
      ...(language ? { language } : {}),
      ...(permalink ? { permalink } : {}),
    },
    problems,
  };
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
