import type { APIButtonComponentWithCustomId, APIButtonComponentWithURL } from 'discord.js';
import type { Answer, Answered, NoAnswer, Passage } from '../../answer/answer.ts';
import { addressAt } from '../quoting/text-fragment.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { oneLine } from '../replies/fit-text.ts';
import { button, linkButton } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';
import { type AnswerPlace, ASK_SCOPE, answerMark, signature } from './answer-marks.ts';

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
  const vote = (action: 'up' | 'down') => formatCustomId(ASK_SCOPE, action, place.viewId, index);
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
      formatCustomId(ASK_SCOPE, 'context', place.viewId, index, signature([passage])),
      { emoji: '📖' },
    ),
    ...suggestButton(answer, place),
    ...liftButton(place),
    ...handling(answer, place, index),
    ...(place.feedback
      ? [
          button(words.say('button.helpful'), vote('up'), { emoji: '👍' }),
          button(words.say('button.notHelpful'), vote('down'), { emoji: '👎' }),
        ]
      : []),
  ];
}

/** What can be done where there is no answer. */
export function noAnswerButtons(answer: NoAnswer, place: AnswerPlace): APIButtonComponentWithCustomId[] {
  return [...suggestButton(answer, place), ...liftButton(place), ...handling(answer, place)];
}

/** Asks again without the narrowing. */
function liftButton({ viewId, narrowed, words }: AnswerPlace): APIButtonComponentWithCustomId[] {
  if (narrowed === undefined) return [];
  return [button(words.say('button.askAll'), formatCustomId(ASK_SCOPE, 'lift', viewId), { emoji: '🔓' })];
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
