import { styleText } from 'node:util';
import type { Answer, Passage } from '../answer/types.ts';
import type { Article } from '../corpus/article.ts';
import { printable } from './problems.ts';

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

function quoteLine(
  { article, start, end, focus }: Passage,
  paint: (style: Style, text: string) => string,
): string {
  const { text } = article;
  if (focus === undefined) return `“${oneLine(text.slice(start, end))}”`;
  const [from, to] = focus;
  const [before, answer, after] = [text.slice(start, from), text.slice(from, to), text.slice(to, end)];
  return `“${oneLine(before)}${paint(['bold', 'cyan'], oneLine(answer))}${oneLine(after)}”`;
}

function sourceLine({ article, alsoIn }: Passage, paint: (style: Style, text: string) => string): string {
  const more =
    alsoIn.length === 0 ? '' : ` (also in ${alsoIn.length} other article${alsoIn.length === 1 ? '' : 's'})`;
  return `  — ${describeSource(article)}${paint('dim', more)}`;
}

/** Title, publisher, date and address, what is unknown said so. */
export function describeSource({ title, publisher, published, url }: Article): string {
  const facts = [
    publisher ?? 'unknown publisher',
    published ?? 'undated',
    ...(url === undefined ? [] : [url]),
  ];
  return printable(`${title} · ${facts.join(' · ')}`);
}

const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' '));
