import type { Answered } from '../../answer/answer.ts';
import { ASK_SCOPE } from '../asking/answer-marks.ts';
import { quoteMarkdown } from '../quoting/quote-view.ts';
import { originMarkdown, titleMarkdown } from '../quoting/source-line.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { clip, oneLine } from '../replies/fit-text.ts';
import { button, buttonRows, container, separator, textDisplay, type View } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';

const COLOUR = 0x3b_82_c4;

const DEFAULTS = {
  /** Characters of the sentence that was asked about, before escaping. */
  sentence: 150,
  /** Markdown of a quote. */
  quote: 500,
  source: { title: 100, url: 250, names: 50 },
} as const;

/** A sentence of a message, and what the articles say about it. */
export interface FoundSource {
  /** The key of the sentence, as a question, in the state. */
  readonly viewId: string;
  readonly answer: Answered;
}

/** What the articles say about the sentences of a message, the surest first, each with a button for the whole of it. */
export function foundSourcesView(found: readonly FoundSource[], words: Words): View {
  const parts = found.flatMap(({ answer }, at) => [
    separator(),
    textDisplay(sourceText(answer, at + 1, words)),
  ]);
  const buttons = found.map(({ viewId }, at) =>
    button(words.say('button.more', { number: at + 1 }), formatCustomId(ASK_SCOPE, 'show', viewId), {
      emoji: '🔎',
    }),
  );
  return {
    components: [
      container(COLOUR, [
        textDisplay(`**${words.say('find.heading')}**`),
        ...parts,
        separator(),
        ...buttonRows(buttons),
      ]),
    ],
  };
}

function sourceText({ question, passages: [passage] }: Answered, number: number, words: Words): string {
  const { article, start, end, sentence, focus } = passage;
  const quotable = {
    text: article.text,
    start,
    end,
    core: sentence[0],
    ...(focus !== undefined && { strong: focus }),
  };
  return [
    `**${number}.** ${escapeMarkdown(clip(oneLine(question), DEFAULTS.sentence))}`,
    quoteMarkdown(quotable, DEFAULTS.quote, words).markdown,
    `${titleMarkdown(article, DEFAULTS.source, words)} · ${originMarkdown(article, DEFAULTS.source, words)}`,
  ].join('\n');
}
