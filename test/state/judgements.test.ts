import { describe, expect, it, vi } from 'vitest';
import { createJudgements } from '../../src/state/judgements.ts';
import { temporaryState } from './temporary-state.ts';

const HERE = '1400000000000000002';
const THERE = '1400000000004194320';
const QUESTION = 'who is the mayor of Osterby';
const terms = (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

interface Cast {
  readonly people: string;
  readonly helpful: boolean;
  readonly question?: string;
  readonly place?: string;
  readonly mark?: string;
}

function open(options: { readonly everywhere?: boolean } = {}) {
  const state = temporaryState();
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  const errors: unknown[] = [];
  const judgements = createJudgements({
    state,
    terms,
    now: () => clock.now,
    onError: (error) => errors.push(error),
    ...options,
  });
  let cast = 0;
  /** One vote of each person: a letter. */
  async function vote({ people, helpful, question = QUESTION, place = HERE, mark = 'AbCdEfGh' }: Cast) {
    for (const person of people) {
      const key = `${person.repeat(11)}${String(cast++).padStart(11, '0')}`;
      await state.feedback.set(key, { question, helpful, passage: 0, at: clock.now + cast, place, mark });
    }
  }
  return { judgements, state, clock, vote, errors };
}

describe('what was voted', () => {
  it('counts in every server when the home says so, but for the questions that are offered', async () => {
    const { judgements, vote } = open({ everywhere: true });
    await vote({ people: 'ab', helpful: true });
    await vote({ people: 'bc', helpful: true, place: THERE });
    await judgements.list(HERE);
    const verdict = { direction: 'up', people: 3 };
    expect([HERE, THERE].map((place) => judgements.of(place, 'AbCdEfGh', QUESTION))).toEqual([
      verdict,
      verdict,
    ]);
    expect([HERE, THERE].map((place) => judgements.answered(place))).toEqual([[], []]);
    expect((await judgements.places()).toSorted()).toEqual([HERE, THERE].toSorted());
    expect(await judgements.list(HERE)).toEqual([{ question: QUESTION, mark: 'AbCdEfGh', verdict }]);
    expect(await judgements.forget(HERE, { question: QUESTION, mark: 'AbCdEfGh' })).toBe(4);
    expect(judgements.of(THERE, 'AbCdEfGh', QUESTION)).toBeUndefined();
  });

  it('counts for much the same question, of the same passage, in the same server', async () => {
    const { judgements, vote } = open();
    await vote({ people: 'ab', helpful: false });
    await vote({ people: 'c', helpful: false, question: 'Mayor of Osterby?' });
    await vote({ people: 'abcd', helpful: true, question: 'who owns the ferry' });
    await judgements.list(HERE);
    const verdict = { direction: 'down', people: 3 };
    expect(judgements.of(HERE, 'AbCdEfGh', 'the Osterby mayor')).toEqual(verdict);
    expect(judgements.of(HERE, 'AbCdEfGh', 'where is the mayor buried today')).toBeUndefined();
    expect(judgements.of(HERE, 'another1', QUESTION)).toBeUndefined();
    expect(judgements.of(THERE, 'AbCdEfGh', QUESTION)).toBeUndefined();
    expect(await judgements.list(HERE)).toEqual([
      {
        question: 'who owns the ferry',
        mark: 'AbCdEfGh',
        verdict: { direction: 'up', people: 4 },
      },
      { question: 'Mayor of Osterby?', mark: 'AbCdEfGh', verdict },
    ]);
    expect(await judgements.list(THERE)).toEqual([]);
  });

  it('of one person alone counts for nothing', async () => {
    const { judgements, vote } = open();
    await vote({ people: 'aaaaaaaab', helpful: false });
    expect(await judgements.list(HERE)).toEqual([]);
    expect(judgements.of(HERE, 'AbCdEfGh', QUESTION)).toBeUndefined();
  });

  it('is forgotten by moderators, and nothing else with it', async () => {
    const { judgements, vote } = open();
    await vote({ people: 'abc', helpful: false });
    await vote({ people: 'abc', helpful: false, place: THERE });
    await vote({ people: 'abc', helpful: true, question: 'who owns the ferry' });
    expect(await judgements.forget(HERE, { question: QUESTION, mark: 'AbCdEfGh' })).toBe(3);
    expect((await judgements.list(HERE)).map(({ question }) => question)).toEqual(['who owns the ferry']);
    expect(await judgements.list(THERE)).toHaveLength(1);
    expect(judgements.of(HERE, 'AbCdEfGh', QUESTION)).toBeUndefined();
  });

  it('is read again beside the answers, after half a minute', async () => {
    const { judgements, vote, clock } = open();
    expect(judgements.of(HERE, 'AbCdEfGh', QUESTION)).toBeUndefined();
    await vote({ people: 'abc', helpful: true });
    clock.now += 30_000;
    await vi.waitFor(() => expect(judgements.of(HERE, 'AbCdEfGh', QUESTION)?.direction).toBe('up'));
  });

  it('is used for longer where reading it takes long', async () => {
    const { judgements, state, clock } = open();
    const iterator = vi.spyOn(state.feedback, 'iterator');
    const read = judgements.list(HERE);
    clock.now += 1000;
    await read;
    clock.now += 90_000;
    judgements.of(HERE, 'AbCdEfGh', QUESTION);
    expect(iterator).toHaveBeenCalledTimes(1);
    clock.now += 10_000;
    judgements.of(HERE, 'AbCdEfGh', QUESTION);
    expect(iterator).toHaveBeenCalledTimes(2);
  });

  it('counts as long as it is among the latest twenty thousand', async () => {
    const { judgements, vote } = open();
    await vote({ people: 'abc', helpful: true });
    await vote({ people: 'abc', helpful: true, mark: 'another1' });
    await vote({ people: 'd'.repeat(20_000 - 3), helpful: true, mark: 'another2' });
    expect((await judgements.list(HERE)).map(({ mark }) => mark)).toEqual(['another1']);
  });

  it('offers a question when several found its answer right in the same words', async () => {
    const { judgements, vote } = open();
    await vote({ people: 'abc', helpful: true, question: 'Who owns the ferry' });
    await vote({ people: 'abcd', helpful: true });
    await vote({ people: 'ab', helpful: true, question: 'where does the secret lover live' });
    await vote({ people: 'c', helpful: true, question: 'where does this secret lover live' });
    await vote({ people: 'abc', helpful: false, question: 'why is the water blue' });
    await judgements.list(HERE);
    expect(judgements.answered(HERE)).toEqual([QUESTION, 'Who owns the ferry']);
    expect(judgements.answered(THERE)).toEqual([]);
  });

  it('of earlier versions, of direct messages and of quoted words is passed over', async () => {
    const { judgements, state } = open();
    for (const person of 'abc')
      await state.feedback.set(person.repeat(22), { question: QUESTION, helpful: true, passage: 0, at: 1 });
    expect(await judgements.list(HERE)).toEqual([]);
  });
});
