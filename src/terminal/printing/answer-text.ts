import { styleText } from 'node:util';
import type { Answer, Passage } from '../../answer/answer.ts';
import { aroundFocus, quotedLines, whereOf } from '../../answer/passage/quoted-lines.ts';
import type { Article } from '../../corpus/article.ts';
import { printable } from './problem-lines.ts';

const LEVELS = { strong: 'strong match', likely: 'likely match', weak: 'weak match' } as const;

type Style = Parameters<typeof styleText>[0];

/** An answer for people to read, with the answering words in bold when colours are shown. */
export function answerToText(answer: Answer, { colour }: { readonly colour: boolean }): string {
  const paint = (style: Style, text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const lines: string[] = [];
  if (answer.didYouMean !== undefined)
    lines.push(paint('yellow', `Did you mean: ${oneLine(answer.didYouMean)}`), '');
  if (answer.kind === 'answer') {
    const [first, ...others] = answer.passages;
    if (answer.level === 'weak') lines.push(paint('bold', 'Perhaps:'));
    lines.push(quoteLine(first, paint), sourceLine(first, paint), paint('dim', `  ${LEVELS[answer.level]}`));
    if (others.length > 0) lines.push('', paint('dim', 'Other passages:'));
    for (const passage of others) lines.push(quoteLine(passage, paint), sourceLine(passage, paint));
  } else {
    lines.push(paint('bold', noAnswerText(answer.reason)));
    if (answer.closest.length > 0) lines.push(paint('dim', 'The closest passages, which are no answer:'));
    for (const passage of answer.closest) lines.push(quoteLine(passage, paint), sourceLine(passage, paint));
  }
  return `${lines.join('\n')}\n`;
}

function noAnswerText(reason: 'empty' | 'unknown' | 'unsure'): string {
  if (reason === 'empty') return 'There is no word in that to look for. Ask a question in words.';
  if (reason === 'unknown') return 'No answer: no article has any of those words.';
  return 'No answer in these articles.';
}

/** The lines of a quote, the later ones below the first one's words. */
function quoteLine(passage: Passage, paint: (style: Style, text: string) => string): string {
  const { article, focus } = passage;
  const lines = quotedLines(passage).map(({ mark, slices }) => {
    const words = slices.map(({ span, gap }) => {
      const [before, answer, after] = aroundFocus(span, focus).map((part) =>
        oneLine(article.text.slice(...part)),
      );
      return `${gap}${before}${answer === '' ? '' : paint(['bold', 'cyan'], answer ?? '')}${after}`;
    });
    return [...(mark === undefined ? [] : [mark]), words.join('')].join(' ');
  });
  const label = passage.label === undefined ? '' : `${oneLine(passage.label)}: `;
  return `${label}“${lines.join('\n ')}”`;
}

function sourceLine(passage: Passage, paint: (style: Style, text: string) => string): string {
  const { article, alsoIn } = passage;
  const more =
    alsoIn.length === 0 ? '' : ` (also in ${alsoIn.length} other article${alsoIn.length === 1 ? '' : 's'})`;
  return `  — ${describeSource(article, whereOf(passage))}${paint('dim', more)}`;
}

/**
 * Title, publisher, date and address, as far as they are known.
 * @param where the headings that a passage stands under, shown behind the title
 */
export function describeSource(
  { title, publisher, published, url }: Article,
  where: readonly string[] = [],
): string {
  const known = [[title, ...where].join(' › '), publisher, published, url];
  return printable(known.filter((part) => part !== undefined).join(' · '));
}

const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' '));
