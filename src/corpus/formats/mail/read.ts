import EmailReplyParser from 'email-reply-parser';
import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Problem } from '../../article.ts';
import { CORPUS_LIMITS } from '../../limits.ts';
import { parseCalendarDate } from '../../metadata/parse-day.ts';
import type { Draft, Metadata } from '../../reading/draft.ts';
import { fragmentOutline, laidOut } from '../fragment.ts';
import { parsePage } from '../html/dom.ts';
import { DroppedFromPage } from '../html/dropped.ts';

/** Reads a mail (`.eml`): its own words; what it quotes of an earlier one, and its signature, are left out. */
export async function readMail(
  bytes: Uint8Array,
  path: string,
): Promise<{ drafts: Draft[]; problems: Problem[] }> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: CORPUS_LIMITS.frontMatterDepth * 4 });
  const words = wordsOf(mail);
  if (words === undefined || words.text.trim() === '') {
    const message = 'The mail has no words of its own.';
    return {
      drafts: [],
      problems: [{ severity: 'error', path, message, fix: 'Remove it, or save its text as .txt.' }],
    };
  }
  return {
    drafts: [{ line: 1, textLine: 1, metadata: metadataOf(mail), ...words, fromExport: false }],
    problems: [],
  };
}

function wordsOf({
  text,
  html,
}: Email): Pick<Draft, 'text' | 'blocks' | 'sourceLines' | 'shaped' | 'dropped'> | undefined {
  if (text !== undefined && text.trim() !== '') {
    const unwrapped = text.replace(/\r\n?/g, '\n');
    return { text: ownWords(unwrapped), shaped: true };
  }
  if (html === undefined) return undefined;
  const page = parsePage(html);
  for (const quoted of [
    ...page.querySelectorAll(
      'blockquote, .gmail_quote, .gmail_signature, .moz-signature, .moz-cite-prefix, #divRplyFwdMsg, #divRplyFwdMsg ~ *',
    ),
  ])
    quoted.remove();
  const dropped = new DroppedFromPage();
  return { ...laidOut(fragmentOutline(page.body ?? page, dropped)), dropped: dropped.lines };
}

/** The parser takes its time; a longer mail is a document, and hardly quotes another. */
const LONGEST = 200_000;

function ownWords(text: string): string {
  if (text.length > LONGEST) return text;
  const visible = new EmailReplyParser().read(text).getVisibleText();
  // A mail that is nothing but a quotation (a forwarded one) says it all the same.
  return visible.trim() === '' ? text.replace(/^(?:> ?)+/gm, '') : visible;
}

function metadataOf({ subject = '', from, date = '' }: Email): Metadata {
  const title = subject.replace(/^(?:(?:re|fwd?|aw|wg|sv|antw)(?:\[\d{1,3}\])?:\s?)+/i, '').trim();
  const published = parseCalendarDate(date);
  const name = from === undefined ? '' : nameOf(from);
  return {
    ...(title === '' ? {} : { title }),
    authors: name === '' ? [] : [name],
    ...(published.ok ? { published: published.date } : {}),
    tags: [],
  };
}

/** The sender's name; an address alone is not shown to strangers. */
function nameOf({ name }: Address): string {
  return name.includes('@') ? '' : name.trim();
}
