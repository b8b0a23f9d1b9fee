import { setImmediate as breathe } from 'node:timers/promises';
import type { Snapshot } from '../../library/index.ts';

const DEFAULTS = {
  /** Names that are tried, the most frequent first, and sentences that tell what was done. */
  names: 16,
  sentences: 400,
  events: 12,
  /** Questions that are offered. */
  questions: 3,
  /** Words of what something was done to, and characters of a question. */
  subject: 5,
  length: 75,
} as const;

/** "The bridge was built": what something was done to, in a few words, and what was done to it. */
const WAS_DONE =
  /^((?:The|An?|[A-Z][\p{L}-]+) ?[\p{L} -]{0,60}?) (was|were) (\p{L}+(?:ed|en|ilt|ught|orn|un))\b/u;

/** Questions that the articles of one snapshot answer strongly, made of their own names and events, once for each. */
export class ExampleQuestions {
  #made: { readonly snapshot: Snapshot; readonly questions: Promise<readonly string[]> } | undefined;

  /** At most three; a person or thing, then what happened, as far as the articles go. */
  of(snapshot: Snapshot): Promise<readonly string[]> {
    if (this.#made?.snapshot !== snapshot) this.#made = { snapshot, questions: makeQuestions(snapshot) };
    return this.#made.questions;
  }
}

async function makeQuestions(snapshot: Snapshot): Promise<readonly string[]> {
  const names = snapshot.names('', DEFAULTS.names).map(({ name }) => name);
  const people = names.filter((name) => name.includes(' '));
  // "Al-Shaer" alone is no other than Rami Al-Shaer.
  const things = names.filter((name) => !people.some((long) => long.includes(name)));
  const named = [...people.map((name) => `who is ${name}`), ...things.map((name) => `what is ${name}`)];
  const events = eventQuestions(snapshot);
  const chosen = [
    ...(await answered(snapshot, events, DEFAULTS.questions - 1)),
    ...(await answered(snapshot, named, DEFAULTS.questions)),
  ];
  return chosen.slice(0, DEFAULTS.questions);
}

/** The first of some questions that are answered strongly; others get their turn in between. */
async function answered(snapshot: Snapshot, questions: readonly string[], most: number): Promise<string[]> {
  const found: string[] = [];
  for (const question of questions) {
    if (found.length === most) break;
    await breathe();
    const answer = snapshot.ask(question, { top: 1 });
    if (answer.kind === 'answer' && answer.level === 'strong') found.push(question);
  }
  return found;
}

/** "When was the bridge built", of sentences that tell it. */
function eventQuestions(snapshot: Snapshot): string[] {
  const found = new Set<string>();
  let seen = 0;
  for (const article of snapshot.articles) {
    for (const { start, end } of snapshot.sentencesOf(article)) {
      if (++seen > DEFAULTS.sentences || found.size === DEFAULTS.events) return [...found];
      const question = questionOf(article.text.slice(start, end));
      if (question !== undefined) found.add(question);
    }
  }
  return [...found];
}

function questionOf(sentence: string): string | undefined {
  const [, subject, was, verb] = WAS_DONE.exec(sentence) ?? [];
  if (subject === undefined || !/\d{4}/.test(sentence)) return undefined;
  if (subject.split(' ').length > DEFAULTS.subject || /^(?:It|He|She|They|This|That|There)\b/.test(subject))
    return undefined;
  const inside = /^(?:The|An?) /.test(subject)
    ? `${subject.charAt(0).toLowerCase()}${subject.slice(1)}`
    : subject;
  const question = `when ${was} ${inside} ${verb}`;
  return question.length <= DEFAULTS.length ? question : undefined;
}
