import type { APIButtonComponentWithCustomId, APIButtonComponentWithURL } from 'discord.js';
import type { Answer, Answered, NoAnswer, Passage } from '../../answer/answer.ts';
import { passageMark } from '../../answer/passage/passage-mark.ts';
import { addressAt } from '../quoting/text-fragment.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { oneLine } from '../replies/fit-text.ts';
import { button, linkButton } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';
import { type AnswerPlace, ASK_SCOPE, answerMark } from './answer-marks.ts';

/** What can be done with an answer that quotes, for the passage that is shown. */
export function passageButtons(
  answer: Answered,
  passage: Passage,
  index: number,
  place: AnswerPlace,
): (APIButtonComponentWithCustomId | APIButtonComponentWithURL)[] {
  const { words } = place;
  const all = answerMark(answer);
  const others = answer.passages.length - 1;
  const page = (to: number) => formatCustomId(ASK_SCOPE, 'page', place.viewId, to, all);
  return [
    ...(index > 0 ? [button(words.say('button.previous'), page(index - 1), { emoji: '◀️' })] : []),
    ...(index === 0 && others > 0
      ? [button(words.say('button.others', { count: others }), page(1), { emoji: '▶️' })]
      : []),
    ...(index > 0 && index < others
      ? [button(words.say('button.next'), page(index + 1), { emoji: '▶️' })]
      : []),
    ...sourceButton(passage, words),
    button(
      words.say('button.context'),
      formatCustomId(ASK_SCOPE, 'context', place.viewId, index, passageMark([passage])),
      { emoji: '📖' },
    ),
    button(
      words.say('button.read'),
      formatCustomId(ASK_SCOPE, 'read', place.viewId, index, passageMark([passage])),
      { emoji: '📄' },
    ),
    ...alsoInButton(passage, index, place),
    ...suggestButton(answer, place),
    ...liftButton(place),
    ...goingOnButtons(place),
    ...handling(answer, place, index),
    ...voteButtons(passage, index, place),
  ];
}

/** What can be done with several passages that are shown in short. */
export function glanceButtons(
  answer: Answered,
  count: number,
  place: AnswerPlace,
): APIButtonComponentWithCustomId[] {
  const { viewId, words } = place;
  const mark = answerMark(answer);
  return [
    ...Array.from({ length: count }, (_, at) =>
      button(
        words.say('button.more', { number: at + 1 }),
        formatCustomId(ASK_SCOPE, 'full', viewId, at, mark),
        { emoji: '🔎' },
      ),
    ),
    ...suggestButton(answer, place),
    ...liftButton(place),
    ...goingOnButtons(place),
    ...handling(answer, place),
    ...voteButtons(answer.passages[0], 0, place),
  ];
}

/** What can be done where there is no answer. */
export function noAnswerButtons(answer: NoAnswer, place: AnswerPlace): APIButtonComponentWithCustomId[] {
  return [
    ...suggestButton(answer, place),
    ...liftButton(place),
    ...goingOnButtons(place),
    ...handling(answer, place),
  ];
}

/** Lists the other articles that say the same. */
function alsoInButton(
  passage: Passage,
  index: number,
  { viewId, words }: AnswerPlace,
): APIButtonComponentWithCustomId[] {
  const count = passage.alsoIn.length;
  if (count === 0) return [];
  const id = formatCustomId(ASK_SCOPE, 'also', viewId, index, passageMark([passage]));
  return [button(words.say('button.alsoIn', { count }), id, { emoji: '📚' })];
}

/** Asks again without the narrowing. */
function liftButton({ viewId, narrowed, words }: AnswerPlace): APIButtonComponentWithCustomId[] {
  if (narrowed === undefined) return [];
  return [button(words.say('button.askAll'), formatCustomId(ASK_SCOPE, 'lift', viewId), { emoji: '🔓' })];
}

/** Goes on from the answer; or, when what was typed was understood as something else, asks just that. */
function goingOnButtons({ viewId, typed, words }: AnswerPlace): APIButtonComponentWithCustomId[] {
  return [
    ...(typed === undefined
      ? []
      : [button(words.say('button.asTyped'), formatCustomId(ASK_SCOPE, 'typed', viewId), { emoji: '✍️' })]),
    button(words.say('button.followUp'), formatCustomId(ASK_SCOPE, 'follow', viewId), { emoji: '💬' }),
  ];
}

/** Opens the article at the quote; without an address of its own there is "Context". */
function sourceButton(
  { article: { url, text }, sentence }: Passage,
  words: Words,
): APIButtonComponentWithURL[] {
  const address = addressAt(url, text, sentence, LIMITS.linkUrl);
  return address === undefined ? [] : [linkButton(words.say('button.source'), address, '🔗')];
}

function suggestButton(
  { didYouMean: suggestion }: Answer,
  { viewId, words }: AnswerPlace,
): APIButtonComponentWithCustomId[] {
  if (suggestion === undefined) return [];
  return [
    button(
      words.say('button.ask', { question: oneLine(suggestion) }),
      formatCustomId(ASK_SCOPE, 'suggest', viewId),
      { style: 'main' },
    ),
  ];
}

function handling(
  answer: Answer,
  { viewId, words, private: isPrivate }: AnswerPlace,
  index = 0,
): APIButtonComponentWithCustomId[] {
  const share = formatCustomId(ASK_SCOPE, 'share', viewId, index, answerMark(answer));
  return isPrivate
    ? [button(words.say('button.share'), share, { emoji: '📣' })]
    : [button(words.say('button.delete'), formatCustomId(ASK_SCOPE, 'delete', viewId), { emoji: '🗑️' })];
}

function voteButtons(
  passage: Passage,
  index: number,
  { viewId, words, feedback }: AnswerPlace,
): APIButtonComponentWithCustomId[] {
  if (!feedback) return [];
  const mark = passageMark([passage]);
  const id = (action: string) => formatCustomId(ASK_SCOPE, action, viewId, index, mark);
  return [
    button(words.say('button.helpful'), id('up'), { emoji: '👍' }),
    button(words.say('button.notHelpful'), id('down'), { emoji: '👎' }),
  ];
}
