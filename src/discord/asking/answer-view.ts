import type { APIComponentInContainer } from 'discord.js';
import type { Answer, Answered, ConfidenceLevel, NoAnswer, Passage } from '../../answer/answer.ts';
import { passageMarkdown } from '../quoting/passage-quote.ts';
import { knownOrigin, placeMarkdown, titleMarkdown } from '../quoting/source-line.ts';
import { escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { clip, oneLine, textRoom } from '../replies/fit-text.ts';
import { buttonRows, container, separator, textDisplay, type View } from '../replies/view-parts.ts';
import type { Words } from '../words/words.ts';
import { noAnswerButtons, passageButtons } from './answer-controls.ts';
import { type AnswerPlace, shownPassages } from './answer-marks.ts';
import { glanceView, isListed } from './glance-view.ts';
import { didYouMean, questionText } from './question-text.ts';

const DEFAULTS = {
  /** Characters of each part before escaping; with every character escaped the whole still fits. */
  label: 60,
  source: { title: 200, url: 800, names: 80 },
  alsoIn: { title: 70, url: 200, names: 40, articles: 3, text: 600 },
  /** A quote's Markdown, unless less room is left. */
  quote: 2000,
  /** Passages that are shown below the first because they answer for another year, or for the other of two things. */
  beside: { passages: 3, quote: 400, source: { title: 100, url: 250, names: 50 } },
  closest: { quote: 500, source: { title: 100, url: 250, names: 50 } },
} as const;

const COLOURS: Readonly<Record<ConfidenceLevel, number>> = {
  strong: 0x2e_8b_57,
  likely: 0x3b_82_c4,
  weak: 0xc4_8a_1a,
};

const NO_ANSWER_COLOUR = 0x80_84_8e;

/** An answer as a message: the quote, its source, how sure it is, and what can be done with it. */
export function answerView(answer: Answer, place: AnswerPlace): View {
  if (answer.kind === 'no-answer') return noAnswerView(answer, place);
  return isListed(answer, place) ? glanceView(answer, place) : passageView(answer, place);
}

/** The index of the passage that is shown: `index` as far as there are passages. */
function shownIndex(answer: Answered, index: number): number {
  return Math.min(Math.max(0, index), answer.passages.length - 1);
}

function passageView(answer: Answered, place: AnswerPlace): View {
  const { words } = place;
  const index = shownIndex(answer, place.index);
  const passage = answer.passages[index] ?? answer.passages[0];
  const perhaps = index === 0 && answer.level === 'weak' ? `\n${words.say('answer.perhaps')}` : '';
  const head = `${questionText(answer, place)}${perhaps}${labelText(passage)}`;
  const source = `${placeMarkdown(passage, DEFAULTS.source, words)}${knownOrigin('\n', passage.article, DEFAULTS.source, words)}`;
  const also = alsoIn(passage, words);
  const shortened = words.say('answer.shortened');
  const foot = [
    words.line(
      index === 0
        ? words.say(`answer.${answer.level}`)
        : words.say('answer.passage', { number: index + 1, total: answer.passages.length }),
      ...paragraphText(passage, words),
    ),
    ...(also === '' ? [] : [also]),
    ...judgedText(passage, words),
    ...(answer.didYouMean === undefined ? [] : [didYouMean(answer.didYouMean, words)]),
  ];
  const footText = [...foot, shortened].map(subtext).join('\n');
  const beside =
    index === 0 ? besideTexts(answer, textRoom(head, source, footText) - LEAST_QUOTE, words) : [];
  const room = textRoom(head, source, footText, ...beside);
  const quote = passageMarkdown(passage, Math.min(room, DEFAULTS.quote), words);
  const lines = quote.shortened ? [...foot, shortened] : foot;
  return {
    components: [
      container(COLOURS[answer.level], [
        textDisplay(head),
        textDisplay(quote.markdown),
        textDisplay(source),
        ...beside.map(textDisplay),
        textDisplay(lines.map(subtext).join('\n')),
        separator(),
        ...buttonRows(passageButtons(answer, passage, index, place)),
      ]),
    ],
  };
}

/** What is left for the first quote, whatever stands below it. */
const LEAST_QUOTE = 1000;

/** The others of a first passage with a label, each with its own, as far as there is room. */
function besideTexts({ passages: [first, ...others] }: Answered, room: number, words: Words): string[] {
  const { passages, quote, source } = DEFAULTS.beside;
  if (first.label === undefined) return [];
  let left = room;
  return others
    .filter(({ label }) => label !== undefined)
    .slice(0, passages)
    .flatMap((passage) => {
      const text = `${labelText(passage).trimStart()}\n${passageMarkdown(passage, quote, words).markdown}\n${placeMarkdown(passage, source, words, '')}${knownOrigin(' · ', passage.article, source, words)}`;
      left -= text.length;
      return left < 0 ? [] : [text];
    });
}

/** Where in its article a passage stands; nothing for an article of one paragraph. */
function paragraphText({ article: { text }, start }: Passage, words: Words): string[] {
  const total = paragraphs(text);
  return total === 1
    ? []
    : [words.say('answer.paragraph', { number: paragraphs(text.slice(0, start)), total })];
}

/** Paragraphs are separated by an empty line. */
function paragraphs(text: string): number {
  return text.split('\n\n').length;
}

/** Why a passage does not stand where it was found. */
function judgedText({ judged }: Passage, words: Words): string[] {
  if (judged === undefined) return [];
  const said = judged.direction === 'up' ? 'corpus.judgedUp' : 'corpus.judgedDown';
  return [words.line(words.say('corpus.judged'), words.say(said, { count: judged.people }))];
}

function labelText({ label }: Passage): string {
  return label === undefined ? '' : `\n${escapeMarkdown(clip(oneLine(label), DEFAULTS.label))}:`;
}

function noAnswerView(answer: NoAnswer, place: AnswerPlace): View {
  const { words } = place;
  const head = `${questionText(answer, place)}\n${words.say(`answer.${answer.reason}`)}`;
  const parts: APIComponentInContainer[] = [textDisplay(head)];
  const tail = answer.didYouMean === undefined ? '' : subtext(didYouMean(answer.didYouMean, words));
  const intro = words.say('answer.closest');
  const { quote, source } = DEFAULTS.closest;
  const fixed = `${head}${tail}${subtext(intro)}`;
  const shown: string[] = [];
  // Without the words in bold that seem to answer: these passages do not.
  const closest = shownPassages(answer).flatMap((passage) => {
    const { focus: _, ...plain } = passage;
    const text = `${passageMarkdown(plain, quote, words).markdown}\n${placeMarkdown(passage, source, words, '')}${knownOrigin(' · ', passage.article, source, words)}`;
    if (textRoom(fixed, ...shown) < text.length) return [];
    shown.push(text);
    return [textDisplay(text)];
  });
  if (closest.length > 0) parts.push(separator(), textDisplay(subtext(intro)), ...closest);
  if (tail !== '') parts.push(textDisplay(tail));
  const buttons = noAnswerButtons(answer, place);
  if (buttons.length > 0) parts.push(separator(), ...buttonRows(buttons));
  return { components: [container(NO_ANSWER_COLOUR, parts)] };
}

/** Other articles that say the same, named as far as there is room and counted beyond it. */
function alsoIn({ alsoIn: others }: Passage, words: Words): string {
  if (others.length === 0) return '';
  const { articles, text } = DEFAULTS.alsoIn;
  const named = others.slice(0, articles).map((article) => titleMarkdown(article, DEFAULTS.alsoIn, words));
  while (named.join('; ').length > text) named.pop();
  const count = words.say('answer.alsoIn', { count: others.length });
  if (named.length === 0) return count;
  return `${count}: ${named.join('; ')}${named.length < others.length ? '; …' : ''}`;
}
