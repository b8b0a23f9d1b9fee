import type { Article } from '../article.ts';
import { CORPUS_LIMITS } from '../limits.ts';
import { parseMetadata } from '../metadata/metadata.ts';
import type { Metadata } from '../reading/draft.ts';
import { type Facts, KeeperError } from './keeper.ts';

/**
 * What is known about an article after a moderator has typed facts over it.
 * @throws {KeeperError} `bad-fact` for a date or an address that is none, or a title that is no line
 */
export function applyFacts(metadata: Metadata, facts: Facts): Metadata {
  const typed = Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      key === 'authors' ? splitNames(value) : printable(value),
    ]),
  );
  const { metadata: read, problems } = parseMetadata(typed, { path: '', line: 1 }, false);
  const wrong = problems.map(({ message, fix }) => `${messageOf(message)} ${fixOf(fix)}`);
  if ((read.title?.length ?? 0) > CORPUS_LIMITS.titleLength)
    wrong.push(`A title has at most ${CORPUS_LIMITS.titleLength} characters.`);
  if (wrong.length > 0) throw new KeeperError('bad-fact', wrong.join('\n'));
  const pick = <K extends 'title' | 'publisher' | 'url' | 'published'>(key: K): Metadata[K] =>
    facts[key] === undefined ? metadata[key] : read[key];
  const [title, publisher, url, published] = [
    pick('title'),
    pick('publisher'),
    pick('url'),
    pick('published'),
  ];
  return {
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    authors: facts.authors === undefined ? metadata.authors : read.authors,
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    tags: metadata.tags,
  };
}

/** An article's facts as a form shows them; what is unknown is empty. */
export function factsOf({ title, publisher, published, url, authors }: Metadata | Article): Required<Facts> {
  return {
    title: title ?? '',
    publisher: publisher ?? '',
    published: published ?? '',
    url: url ?? '',
    // One name with a comma in it must not come back as two.
    authors: authors.join('; ') + (authors.length === 1 && authors[0]?.includes(',') ? ';' : ''),
  };
}

/** A semicolon separates; without one, commas do, since "Surname, Name" is rarer than a list. */
function splitNames(names: string | undefined): string[] {
  const text = printable(names ?? '');
  return text.split(text.includes(';') ? ';' : ',').flatMap((name) => name.trim() || []);
}

/** Without control characters and the marks that turn text around. */
function printable(text: string | undefined): string {
  return (text ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu, ' ')
    .trim();
}

/** What a form calls the keys of front matter. */
const FIELDS: readonly (readonly [key: string, field: string])[] = [
  ['title: ', 'Title: '],
  ['publisher: ', 'Publisher: '],
  ['published: ', 'Date of publication: '],
  ['url: ', 'Address: '],
  ['authors: ', 'Authors: '],
];

function messageOf(message: string): string {
  const [key, field] = FIELDS.find(([begin]) => message.startsWith(begin)) ?? ['', ''];
  return `${field}${message.slice(key.length)}`;
}

/** The corpus's fixes speak of lines in a file; in a form it is a field. */
function fixOf(fix: string): string {
  return fix
    .replace('as published: YYYY-MM-DD', 'as YYYY-MM-DD')
    .replace('leave the line out', 'leave it empty');
}
