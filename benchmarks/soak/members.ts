import type { Outcome, Person, Playground } from '../../src/playground/index.ts';
import { changeArticle, THINGS, townOf } from './articles.ts';

const DEFAULTS = {
  /** More than the bot remembers the spending of. */
  people: 20_000,
  /** Answers whose buttons are pressed later. */
  answers: 64,
  /** Each so many interactions the corpus is changed and read anew. */
  reload: 2000,
} as const;

/** What was done, by its kind, and how it went. */
export interface Done {
  readonly kind: string;
  readonly failed?: string;
}

/** What the members of a server do, one thing a number; the same number is the same thing. */
export function createMembers(playground: Playground, corpus: string): (number: number) => Promise<Done> {
  const { asMember, asModerator } = playground;
  const answers: Outcome[] = [];

  return async (number) => {
    const { kind, act } = choose(number);
    try {
      const outcome = await act(asMember.another(number % DEFAULTS.people));
      return outcome?.failed === undefined ? { kind } : { kind, failed: `${kind}: ${outcome.failed}` };
    } catch (error) {
      return { kind, failed: `${kind}: ${error instanceof Error ? error.message : String(error)}` };
    }
  };

  function choose(number: number): { kind: string; act(person: Person): Promise<Outcome | undefined> } {
    if (number % DEFAULTS.reload === DEFAULTS.reload - 1)
      return { kind: 'reload', act: () => reload(number) };
    const part = number % 200;
    if (part < 80) return { kind: 'ask', act: (person) => ask(person, number) };
    if (part < 130) return { kind: 'press', act: () => press(number) };
    if (part < 180)
      return {
        kind: 'complete',
        async act(person) {
          await person.autocomplete('ask', 'question', `${questionOf(number).slice(0, 4 + (number % 12))}`);
          return undefined;
        },
      };
    if (part < 188) return { kind: 'sources', act: (person) => person.slash('sources') };
    if (part < 195) return { kind: 'help', act: (person) => person.slash('help') };
    if (part === 195)
      return { kind: 'timeline', act: (person) => person.slash('timeline', { topic: townOf(number / 200) }) };
    if (part === 196) return { kind: 'follow', act: (person) => follow(person, number) };
    if (part === 197) return { kind: 'settings', act: () => asModerator.slash('settings') };
    if (part === 198)
      return {
        kind: 'direct',
        async act() {
          await asMember.direct(questionOf(number));
          return undefined;
        },
      };
    return { kind: 'status', act: () => asModerator.slash('corpus', {}, { subcommand: 'status' }) };
  }

  async function ask(person: Person, number: number): Promise<Outcome> {
    const answer = await person.slash('ask', { question: questionOf(number), private: number % 3 === 0 });
    if (answer.failed === undefined) answers[number % DEFAULTS.answers] = answer;
    return answer;
  }

  /** Whatever the answer has: context, other passages, votes … by whoever comes by. */
  async function press(number: number): Promise<Outcome | undefined> {
    const answer = answers[number % DEFAULTS.answers];
    const buttons = (answer?.components ?? []).flatMap((one) =>
      one.type === 2 && 'custom_id' in one && one.disabled !== true ? [one.custom_id] : [],
    );
    const button = buttons[Math.floor(number / 7) % buttons.length];
    return answer === undefined || button === undefined ? undefined : answer.press(button);
  }

  async function follow(person: Person, number: number): Promise<Outcome> {
    const said = await person.slash('follow', { topic: townOf(number / 200), when: 'daily' });
    const stop = said.components.find(
      (one) => one.type === 2 && 'label' in one && one.label === 'Stop following',
    );
    return stop === undefined || !('custom_id' in stop) ? said : said.press(stop.custom_id);
  }

  async function reload(number: number): Promise<Outcome> {
    changeArticle(corpus, Math.floor(number / DEFAULTS.reload));
    return asModerator.slash('corpus', {}, { subcommand: 'reload' });
  }
}

/** Most are asked for the first time, some have words that nobody has ever seen, and some have no answer. */
function questionOf(number: number): string {
  const town = townOf(Math.floor(number / 11));
  const thing = THINGS[Math.floor(number / 5) % THINGS.length] ?? '';
  switch (number % 8) {
    case 0:
      return `when was the ${thing} of ${town} built`;
    case 1:
      return `who opened the ${thing} in ${town}?`;
    case 2:
      return `how many families came to the ${thing} of ${town} and ${townOf(number)}`;
    case 3:
      return `what is the ${thing} of ${town} that Q${number.toString(36)} spoke of`;
    case 4:
      return `why did ${number} people leave ${town}`;
    case 5:
      return `who is Ada ${town}`;
    case 6:
      return `${town} ${thing} built`;
    default:
      return `who is z${(number * 7919).toString(36)}x of the ${thing}`;
  }
}
