import { styleText } from 'node:util';
import type { Explanation, Share } from '../../answer/confidence/explanation.ts';
import type { Snapshot } from '../../library/index.ts';
import type { Io } from '../io.ts';
import { printable } from '../printing/problem-lines.ts';
import type { AskCommand } from './ask-command.ts';

/** Features shown for each sentence. */
const MOST_SHARES = 10;
const BAR = 24;

/** Prints why the first sentences of an answer stand where they stand. */
export function explainOne(
  snapshot: Snapshot,
  question: string,
  { json, ...options }: AskCommand,
  io: Io,
): void {
  const explanation = snapshot.explain(question, options);
  io.out(json ? `${JSON.stringify(toJson(explanation))}\n` : explanationText(explanation, io));
}

function toJson({ question, sentences, confidence }: Explanation): Record<string, unknown> {
  const { asks, type, head, defines, names } = question;
  return { question: { text: question.text, asks, type, head, defines, names }, sentences, confidence };
}

/** The features and their share in the score, sentence by sentence, for a person to read. */
function explanationText(
  { question, sentences, confidence }: Explanation,
  { colour }: { readonly colour: boolean },
): string {
  const bold = (text: string) => (colour ? styleText('bold', text, { validateStream: false }) : text);
  const { asks, type, head, defines, content } = question;
  const lines = [
    `The question asks ${asks === 'none' ? 'nothing in particular' : asks}; wanted: ${type}${head === undefined ? '' : ` (${head})`}${defines === undefined ? '' : `, who or what "${defines.join(' ')}" is`}`,
    `Looked for: ${content.map(({ term }) => term).join(', ')}`,
  ];
  for (const [i, { text, title, score, shares, ...bonuses }] of sentences.entries()) {
    lines.push(
      '',
      bold(`${i + 1}. ${printable(text.replace(/\s+/g, ' '))}`),
      `   ${printable(title)} · score ${score.toFixed(2)}`,
    );
    const added = BONUSES.flatMap(([name, feature]): Share[] =>
      bonuses[name] === 0 ? [] : [{ feature, value: 1, share: bonuses[name] }],
    );
    lines.push(...shareLines([...added, ...shares]));
  }
  if (confidence.length > 0)
    lines.push('', bold('Confidence in the first (log-odds)'), ...shareLines(confidence));
  return `${lines.join('\n')}\n`;
}

/** What was added to a score besides the share of each feature, in words. */
const BONUSES = [
  ['together', 'features together'],
  ['heading', 'the heading asks it'],
  ['definition', 'defines the name'],
  ['relation', 'holds the relation'],
  ['told', 'tells what is asked'],
  ['direct', 'answers as asked'],
] as const;

function shareLines(shares: readonly Share[]): string[] {
  const shown = shares.slice(0, MOST_SHARES);
  const most = Math.max(...shown.map(({ share }) => Math.abs(share)), 1e-9);
  const rest = shares.slice(MOST_SHARES).reduce((sum, { share }) => sum + share, 0);
  const line = (name: string, share: number, value?: number) => {
    const bar = (share < 0 ? '-' : '+').repeat(Math.min(BAR, Math.round((BAR * Math.abs(share)) / most)));
    return `   ${name.padEnd(24)} ${share.toFixed(2).padStart(7)}  ${(value?.toFixed(2) ?? '').padStart(6)}  ${bar}`;
  };
  return [
    ...shown.map(({ feature, share, value }) => line(feature, share, value)),
    ...(shares.length > MOST_SHARES ? [line(`${shares.length - MOST_SHARES} others`, rest)] : []),
  ];
}
