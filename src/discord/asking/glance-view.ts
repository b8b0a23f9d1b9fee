import type { Answered } from '../../answer/answer.ts';
import { quoteMarkdown } from '../quoting/quote-view.ts';
import { knownOrigin, titleMarkdown } from '../quoting/source-line.ts';
import { subtext } from '../replies/escape-markdown.ts';
import { buttonRows, container, separator, textDisplay, type View } from '../replies/view-parts.ts';
import { glanceButtons } from './answer-controls.ts';
import type { AnswerPlace } from './answer-marks.ts';
import { didYouMean, questionText } from './question-text.ts';

const COLOUR = 0x3b_82_c4;

const DEFAULTS = {
  /** Passages at a glance. */
  passages: 3,
  /** Markdown of a quote: about a line. */
  quote: 170,
  source: { title: 70, url: 250, names: 40 },
} as const;

/** Questions that ask for several: "who are …", "which countries …", "what were …", "name the …". */
const ASKS_FOR_SEVERAL =
  /^(?:(?:who|what|which) (?:are|were) |which \p{L}+[^s\P{L}]s |what \p{L}+[^s\P{L}]s (?:are|were|do|did|have|had|can|will) |(?:name|list) )/iu;

/** Whether an answer is shown as several short quotes, each to be opened. */
export function isListed({ question, passages }: Answered, { index, full }: AnswerPlace): boolean {
  return (
    full !== true && index === 0 && passages.length >= DEFAULTS.passages && ASKS_FOR_SEVERAL.test(question)
  );
}

/** Three quotes of a line each, with their sources and a button for the whole of each. */
export function glanceView(answer: Answered, place: AnswerPlace): View {
  const { words } = place;
  const shown = answer.passages.slice(0, DEFAULTS.passages);
  const texts = shown.map(({ article, sentence: [start, end], focus }, at) => {
    const quotable = { text: article.text, start, end, ...(focus !== undefined && { strong: focus }) };
    // An article that has just been named is not named again.
    const source =
      article === shown[at - 1]?.article
        ? ''
        : ` ${titleMarkdown(article, DEFAULTS.source, words)}${knownOrigin(' · ', article, DEFAULTS.source, words)}`;
    return `**${at + 1}.**${source}\n${quoteMarkdown(quotable, DEFAULTS.quote, words).markdown}`;
  });
  const foot = [
    words.say(`answer.${answer.level}`),
    ...(answer.didYouMean === undefined ? [] : [didYouMean(answer.didYouMean, words)]),
  ];
  return {
    components: [
      container(COLOUR, [
        textDisplay(`${questionText(answer, place)}\n${words.say('answer.glance')}`),
        ...texts.map(textDisplay),
        textDisplay(foot.map(subtext).join('\n')),
        separator(),
        ...buttonRows(glanceButtons(answer, shown.length, place)),
      ]),
    ],
  };
}
