import type { APIButtonComponentWithCustomId, APIButtonComponentWithURL } from 'discord.js';
import type { Answer, Answered, NoAnswer, Passage } from '../../answer/answer.ts';
import { addressAt } from '../quoting/text-fragment.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { oneLine } from '../replies/fit-text.ts';
import { button, linkButton } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import { type AnswerPlace, ASK_SCOPE, answerMark, signature } from './answer-marks.ts';

/** What can be done with an answer that quotes, for the passage that is shown. */
export function passageButtons(
  answer: Answered,
  passage: Passage,
  index: number,
  place: AnswerPlace,
): (APIButtonComponentWithCustomId | APIButtonComponentWithURL)[] {
  const all = answerMark(answer);
  const others = answer.passages.length - 1;
  const page = (to: number) => formatCustomId(ASK_SCOPE, 'page', place.viewId, to, all);
  const vote = (action: 'up' | 'down') => formatCustomId(ASK_SCOPE, action, place.viewId, index);
  return [
    ...(index > 0 ? [button('Previous', page(index - 1), { emoji: '◀️' })] : []),
    ...(index === 0 && others > 0 ? [button(`Other passages (${others})`, page(1), { emoji: '▶️' })] : []),
    ...(index > 0 && index < others ? [button('Next', page(index + 1), { emoji: '▶️' })] : []),
    ...sourceButton(passage),
    button('Context', formatCustomId(ASK_SCOPE, 'context', place.viewId, index, signature([passage])), {
      emoji: '📖',
    }),
    ...suggestButton(answer, place),
    ...liftButton(place),
    ...handling(answer, place, index),
    button('Helpful', vote('up'), { emoji: '👍' }),
    button('Not helpful', vote('down'), { emoji: '👎' }),
  ];
}

/** What can be done where there is no answer. */
export function noAnswerButtons(answer: NoAnswer, place: AnswerPlace): APIButtonComponentWithCustomId[] {
  return [...suggestButton(answer, place), ...liftButton(place), ...handling(answer, place)];
}

/** Asks again without the narrowing. */
function liftButton({ viewId, narrowed }: AnswerPlace): APIButtonComponentWithCustomId[] {
  if (narrowed === undefined) return [];
  return [button('Ask all articles', formatCustomId(ASK_SCOPE, 'lift', viewId), { emoji: '🔓' })];
}

/** Opens the article at the quote; without an address of its own there is "Context". */
function sourceButton({ article: { url, text }, sentence }: Passage): APIButtonComponentWithURL[] {
  const address = addressAt(url, text, sentence, LIMITS.linkUrl);
  return address === undefined ? [] : [linkButton('Source', address, '🔗')];
}

function suggestButton(
  { didYouMean: suggestion }: Answer,
  { viewId }: AnswerPlace,
): APIButtonComponentWithCustomId[] {
  if (suggestion === undefined) return [];
  return [
    button(`Ask: ${oneLine(suggestion)}`, formatCustomId(ASK_SCOPE, 'suggest', viewId), { style: 'main' }),
  ];
}

function handling(answer: Answer, place: AnswerPlace, index = 0): APIButtonComponentWithCustomId[] {
  return place.private
    ? [
        button('Share', formatCustomId(ASK_SCOPE, 'share', place.viewId, index, answerMark(answer)), {
          emoji: '📣',
        }),
      ]
    : [button('Delete', formatCustomId(ASK_SCOPE, 'delete', place.viewId), { emoji: '🗑️' })];
}
