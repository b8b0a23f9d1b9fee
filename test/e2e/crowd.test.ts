import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Outcome, Person } from '../../src/playground/index.ts';
import { readAll } from '../../src/state/rows/read-all.ts';
import { type RealBot, startRealBot } from './real-bot.ts';

const MEMBERS = 500;
const QUESTION = 'who is Rami Al-Shaer';

/* Nothing here depends on how fast the machine is: Discord's clock stands still, and things are counted. */
describe(`${MEMBERS} members at once, through the real client`, () => {
  let real: RealBot;
  let crowd: Person[];
  /** How often a question was answered, and a topic looked up. */
  let worked = { answers: 0, topics: 0 };
  beforeAll(async () => {
    const begun = Date.now();
    real = await startRealBot({}, {}, { now: () => begun });
    const { library } = real;
    const current = library.current.bind(library);
    const counted = new WeakMap<object, ReturnType<typeof current>>();
    library.current = () => {
      const snapshot = current();
      const known = counted.get(snapshot);
      if (known !== undefined) return known;
      const made = {
        ...snapshot,
        ask: (...args: Parameters<typeof snapshot.ask>) => {
          worked.answers += 1;
          return snapshot.ask(...args);
        },
        sentencesAbout: (...args: Parameters<typeof snapshot.sentencesAbout>) => {
          worked.topics += 1;
          return snapshot.sentencesAbout(...args);
        },
      };
      counted.set(snapshot, made);
      return made;
    };
  });
  afterAll(() => real.close());
  beforeEach(() => {
    crowd = real.playground.crowd(MEMBERS);
    real.playground.requests.length = 0;
    worked = { answers: 0, topics: 0 };
  });
  afterEach(() => {
    expect(real.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  /** Acknowledgements that Discord took, by interaction; whatever was refused. */
  function acknowledged(): { readonly interactions: number; readonly refused: unknown[] } {
    const { requests } = real.playground;
    const callbacks = requests.filter(({ route }) => route === '/interactions/:id/:token/callback');
    expect(new Set(callbacks.map(({ path }) => path)).size).toBe(callbacks.length);
    return {
      interactions: callbacks.length,
      refused: requests.filter(({ status }) => status >= 400).map(({ refusal }) => refusal),
    };
  }

  /** What each got for themselves: one message, which nobody else sees. */
  function eachTheirOwn(outcomes: readonly Outcome[], words: string): void {
    expect(outcomes.filter(({ failed }) => failed !== undefined)).toEqual([]);
    expect(outcomes.filter(({ ephemeral, text }) => !ephemeral || !text.includes(words))).toEqual([]);
    expect(outcomes.filter(({ followUps }) => followUps.length > 0)).toEqual([]);
    const messages = outcomes.map(({ message }) => message?.id);
    expect(new Set(messages).size).toBe(MEMBERS);
    const [first] = crowd;
    expect(first?.messages().filter(({ id }) => messages.includes(id))).toHaveLength(1);
  }

  async function publicMessage(outcome: Promise<Outcome>) {
    const { message, ephemeral } = await outcome;
    if (message === undefined || ephemeral) throw new Error('It is not there for everyone');
    real.playground.requests.length = 0;
    return message;
  }

  it('who press below one answer: each gets an answer of their own, which was worked out once', async () => {
    const answer = await publicMessage(real.playground.asMember.slash('ask', { question: QUESTION }));
    const before = real.playground.asMember.messages().length;
    const turned = await Promise.all(crowd.map((member) => member.press(answer, 'Other passages (4)')));
    eachTheirOwn(turned, 'Passage 2 of 5');
    expect(acknowledged()).toEqual({ interactions: MEMBERS, refused: [] });
    expect(worked.answers).toBe(1);
    expect(real.playground.asMember.messages()).toHaveLength(before);
  });

  it('who press for one timeline’s picture: it is drawn once, and sent to each', async () => {
    const timeline = await publicMessage(real.playground.asMember.slash('timeline', { topic: 'Daraa' }));
    worked = { answers: 0, topics: 0 };
    const drawn = await Promise.all(crowd.map((member) => member.press(timeline, 'Picture')));
    eachTheirOwn(drawn, 'Timeline: ');
    expect(acknowledged()).toEqual({ interactions: MEMBERS, refused: [] });
    expect(worked.topics).toBe(1);
    expect(drawn.filter(({ files }) => (files[0]?.bytes.length ?? 0) < 1000)).toEqual([]);
  });

  it('who vote: each vote counts, once', async () => {
    const answer = await publicMessage(real.playground.asMember.slash('ask', { question: QUESTION }));
    await real.state.feedback.clear();
    const voted = await Promise.all(crowd.map((member) => member.press(answer, 'Helpful')));
    eachTheirOwn(voted, 'Thank');
    expect(acknowledged()).toEqual({ interactions: MEMBERS, refused: [] });
    const votes = await readAll(real.state.feedback, z.object({ helpful: z.literal(true) }));
    expect(votes).toHaveLength(MEMBERS);
  });

  it('who ask the same: each gets one answer, for all to see', async () => {
    const asked = await Promise.all(
      crowd.map((member) => member.slash('ask', { question: 'when did the protests in Daraa begin' })),
    );
    expect(asked.filter(({ failed, ephemeral }) => failed !== undefined || ephemeral)).toEqual([]);
    expect(new Set(asked.map(({ message }) => message?.id)).size).toBe(MEMBERS);
    expect(new Set(asked.map(({ text }) => text)).size).toBe(1);
    expect(acknowledged()).toEqual({ interactions: MEMBERS, refused: [] });
    expect(worked.answers).toBe(1);
  });
}, 120_000);
