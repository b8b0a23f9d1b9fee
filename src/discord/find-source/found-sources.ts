import type { Answer, Answered } from '../../answer/answer.ts';
import { ASK_SCOPE } from '../asking/answer-marks.ts';
import { quoteMarkdown } from '../quoting/quote-view.ts';
import { knownOrigin, titleMarkdown } from '../quoting/source-line.ts';
import { escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { clip, oneLine, textRoom } from '../replies/fit-text.ts';
import { button, buttonRows, container, separator, textDisplay, type View } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';

const COLOUR = 0x3b_82_c4;

const DEFAULTS = {
  /** Characters of the sentence that was asked about, before escaping. */
  sentence: 150,
  /** Markdown of a quote. */
  quote: 400,
  source: { title: 100, url: 250, names: 50 },
  /** Sentences that are shown, in the order of the message; of the others it is said how many there are. */
  sentences: 8,
} as const;

/** A sentence of a message, and what the articles say about it. */
export interface FoundSource {
  /** The key of the sentence, as a question, in the state. */
  readonly viewId: string;
  readonly answer: Answer;
}

/**
 * What the articles say about each sentence of a message, in its order, and of which they do not speak; a button opens the
 * whole of it. Whether they say the same is for the reader to tell.
 * @param unread sentences that were not looked up
 */
export function foundSourcesView(found: readonly FoundSource[], unread: number, words: Words): View {
  const texts = [`**${words.say('find.heading')}**`];
  const opened: { readonly viewId: string; readonly number: number }[] = [];
  let silent = 0;
  for (const [at, { viewId, answer }] of found.entries()) {
    const number = at + 1;
    const text = sentenceText(answer, number, words);
    const fits = at < DEFAULTS.sentences && text.length <= textRoom(...texts, RESERVED);
    if (fits) texts.push(text);
    if (fits && answer.kind === 'answer') opened.push({ viewId, number });
    if (!fits && answer.kind !== 'answer') silent += 1;
  }
  const left = found.length - (texts.length - 1) - silent;
  const foot = [
    ...(silent > 0 ? [words.say('find.silentRest', { count: silent })] : []),
    ...(left + unread > 0 ? [words.say('find.unread', { count: left + unread })] : []),
  ];
  const buttons = opened.map(({ viewId, number }) =>
    button(words.say('button.more', { number }), formatCustomId(ASK_SCOPE, 'show', viewId), { emoji: '🔎' }),
  );
  const [head = '', ...sentences] = texts;
  return {
    components: [
      container(COLOUR, [
        textDisplay(head),
        ...sentences.flatMap((text) => [separator(), textDisplay(text)]),
        ...(foot.length === 0 ? [] : [textDisplay(foot.map(subtext).join('\n'))]),
        ...(buttons.length === 0 ? [] : [separator(), ...buttonRows(buttons)]),
      ]),
    ],
  };
}

/** Kept free for the lines at the foot. */
const RESERVED = 'x'.repeat(300);

function sentenceText(answer: Answer, number: number, words: Words): string {
  const sentence = `**${number}.** ${escapeMarkdown(clip(oneLine(answer.question), DEFAULTS.sentence))}`;
  return answer.kind === 'answer'
    ? `${sentence}\n${quotedText(answer, words)}`
    : `${sentence}\n${subtext(words.say('find.silent'))}`;
}

function quotedText({ passages: [passage] }: Answered, words: Words): string {
  const { article, start, end, sentence, focus } = passage;
  const quotable = {
    text: article.text,
    start,
    end,
    core: sentence[0],
    ...(focus !== undefined && { strong: focus }),
  };
  return [
    quoteMarkdown(quotable, DEFAULTS.quote, words).markdown,
    `${titleMarkdown(article, DEFAULTS.source, words)}${knownOrigin(' · ', article, DEFAULTS.source, words)}`,
  ].join('\n');
}
