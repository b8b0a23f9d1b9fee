import type { Message } from 'discord.js';
import type { Answer, Answered } from '../../answer/answer.ts';
import { answerQuestion, ask, placeOf } from '../asking/answer-question.ts';
import { answerView } from '../asking/answer-view.ts';
import type { CommandContext } from '../command.ts';
import { seenBy } from '../replies/send-or-keep.ts';
import { note } from '../replies/view-parts.ts';
import { newView, saveView, type ViewRecord } from '../replies/view-records.ts';
import { foundSourcesView } from './found-sources.ts';
import { messageQuestions } from './message-questions.ts';
import { messageTexts } from './message-texts.ts';

const DEFAULTS = {
  /** Sentences of a message whose sources are shown. */
  shown: 3,
} as const;

/** Only who asked sees it. */
const ALONE = { private: true } as const;

interface Asked<T extends Answer = Answer> {
  readonly record: ViewRecord;
  readonly answer: T;
}

/**
 * Looks for the sources of what a message says, forwarded or embedded words too: a short one as a whole, a longer one
 * sentence by sentence, of which the best few are shown. Only who asked sees it.
 */
export async function findSources(context: CommandContext, message: Message): Promise<void> {
  const questions = messageQuestions(messageTexts(message));
  const [first, second] = questions;
  if (first === undefined)
    return context.door.send(note(context.words.say('find.noWords')), { private: true });
  if (second === undefined) {
    return answerQuestion(context, { question: first, private: true, quoted: true });
  }
  await context.door.defer({ private: true });
  const asked: Asked[] = [];
  for (const question of questions) {
    const record = newView(question, context.now(), { quoted: true });
    asked.push({ record, answer: await ask(context, record) });
  }
  const best = asked.toSorted((a, b) => b.answer.confidence - a.answer.confidence);
  const found = distinct(best.filter(isAnswered)).slice(0, DEFAULTS.shown);
  const [only, another] = found;
  if (only === undefined || another === undefined) return sendOne(context, only ?? best[0]);
  const shown = found.map(({ record, answer }) => ({ viewId: saveView(context, record, ALONE), answer }));
  await context.door.send(foundSourcesView(shown, context.words), ALONE);
  for (const { answer } of found) await context.quotes.add(answer.passages[0]);
}

async function sendOne(context: CommandContext, asked: Asked | undefined): Promise<void> {
  if (asked === undefined)
    return context.door.send(note(context.words.say('find.noWords')), { private: true });
  const place = placeOf(context, asked.record, seenBy(context, true));
  await context.door.send(answerView(asked.answer, place), ALONE);
  if (asked.answer.kind === 'answer') await context.quotes.add(asked.answer.passages[0]);
}

function isAnswered(asked: Asked): asked is Asked<Answered> {
  return asked.answer.kind === 'answer';
}

/** One for each sentence of the articles: the first that led to it. */
function distinct(found: readonly Asked<Answered>[]): Asked<Answered>[] {
  const places = found.map(
    ({ answer: { passages } }) => `${passages[0].article.id}\0${passages[0].sentence[0]}`,
  );
  return found.filter((_, at) => places.indexOf(places[at] ?? '') === at);
}
