import type { Problem } from '../article.ts';
import { parseCalendarDate } from '../metadata/parse-day.ts';
import type { Draft, Metadata } from '../reading/draft.ts';
import { peopleIn } from '../stated-facts/people.ts';

/** What a file that is one article says: its words, what they are made of, and what was left out. */
type Laid = Required<Pick<Draft, 'metadata' | 'text' | 'blocks' | 'sourceLines' | 'dropped'>>;

/**
 * The one article of a file, or the problem that there is none.
 * @param nothing what is said of a file without text
 */
export function soleArticle(
  path: string,
  laid: Laid,
  nothing = 'The document has no text in it.',
): { drafts: Draft[]; problems: Problem[] } {
  if (laid.text === '') {
    const fix = 'Check that it is the right file.';
    return { drafts: [], problems: [{ severity: 'error', path, message: nothing, fix }] };
  }
  return { drafts: [{ line: 1, textLine: 1, ...laid, fromExport: false }], problems: [] };
}

/** The properties that office programs keep of a document; empty: not stated. */
export function documentMetadata(title: string, author: string, day: string): Metadata {
  const published = parseCalendarDate(day);
  return {
    ...(title === '' ? {} : { title }),
    authors: peopleIn(author),
    ...(published.ok ? { published: published.date } : {}),
    tags: [],
  };
}
