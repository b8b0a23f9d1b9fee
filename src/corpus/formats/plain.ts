import { trimEndOf } from '../../text/trim-ends.ts';
import type { Problem } from '../article.ts';
import { CORPUS_LIMITS } from '../limits.ts';
import { parseFrontMatter } from '../metadata/front-matter.ts';
import { decodeText } from '../reading/decode.ts';
import type { Draft } from '../reading/draft.ts';

/** Reads a `.txt` or `.md` file. Without a title in front matter, the first line is it when it reads like one. */
export function readPlain(bytes: Uint8Array, path: string): { draft: Draft; problems: Problem[] } {
  const { text, problems, damaged = false } = decodeText(bytes, path);
  const front = parseFrontMatter(text, path);
  const title = front.metadata.title ?? headline(front.body);
  const draft = {
    line: 1,
    textLine: front.bodyLine,
    metadata: { ...front.metadata, ...(title === undefined ? {} : { title }) },
    text: front.body,
    fromExport: false,
    shaped: true as const,
    damaged,
  };
  return { draft, problems: [...problems, ...front.problems] };
}

/** A line that somebody speaks is no title: its speaker speaks again. */
function isTurn(line: string, body: string): boolean {
  const colon = line.indexOf(': ');
  return colon > 0 && colon <= 60 && body.split(`\n${line.slice(0, colon)}:`).length > 1;
}

/** The first line, when it stands alone, is short and ends no sentence, or is a Markdown heading. */
function headline(body: string): string | undefined {
  const match = /^\s*(\S[^\r\n]*)(?:\r\n|\n|\r|$)([^\r\n]*)/u.exec(body);
  const [, first = '', second = ''] = match ?? [];
  const mark = /^#{1,2}\s+/u.exec(first);
  const heading = mark ? trimEndOf(first.trimEnd(), /#/).slice(mark[0].length).trim() : '';
  if (heading !== '') return heading;
  const alone = second.trim() === '' && body.trim().length > first.length;
  const line = first.replace(/\s+/gu, ' ').trim();
  const likeTitle =
    line.length <= CORPUS_LIMITS.titleLength / 2 && /\p{L}/u.test(line) && !/[.;:,\]]$/u.test(line);
  return alone && likeTitle && !isTurn(line, body) ? line : undefined;
}
