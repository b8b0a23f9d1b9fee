import { describe, expect, it } from 'vitest';
import { Owners } from '../../../src/discord/permissions/owners.ts';
import { createLog } from '../../../src/log.ts';

const MINUTE = 60_000;

/** Owners of an application that Discord describes with `answer()`; a promise that never ends, or a throw, is a fault. */
function ownersOf(answer: () => unknown) {
  const lines: Record<string, unknown>[] = [];
  const clock = { now: 0, asked: 0 };
  const owners = new Owners({
    rest: {
      get: async () => {
        clock.asked++;
        return answer();
      },
    },
    log: createLog({ level: 'warn', to: { write: (line) => void lines.push(JSON.parse(line)) } }),
    now: () => clock.now,
  });
  return { owners, lines, clock };
}

const member = (id: string, state: number, role = 'developer') => ({
  user: { id },
  membership_state: state,
  role,
});

describe('the owners of the application', () => {
  it.each([
    ['is the one person', { owner: { id: '1' }, team: null }, ['1']],
    [
      'are those of the team who accepted and may change something, not the team itself',
      {
        owner: { id: '9' },
        team: { members: [member('1', 2), member('2', 1), member('3', 2, 'read_only')] },
      },
      ['1'],
    ],
    ['is nobody when Discord names none', {}, []],
  ])('%s', async (_, parts, expected) => {
    const { owners } = ownersOf(() => ({ bot_public: true, ...parts }));
    const found = await Promise.all(['1', '2', '3', '9'].map(async (id) => [id, await owners.has(id)]));
    expect(found.filter(([, is]) => is).map(([id]) => id)).toEqual(expected);
  });

  it('are asked for again after some minutes, so that who left the team is out', async () => {
    let owner = '1';
    const { owners, clock } = ownersOf(() => ({ bot_public: false, owner: { id: owner } }));
    expect([await owners.has('1'), await owners.has('2'), clock.asked]).toEqual([true, false, 1]);
    owner = '2';
    clock.now += 6 * MINUTE;
    expect([await owners.has('1'), await owners.has('2'), clock.asked]).toEqual([false, true, 2]);
  });

  it.each([
    ['says nothing that makes sense', () => ({ hello: 'world' })],
    [
      'fails',
      () => {
        throw new Error('503');
      },
    ],
    ['does not answer in time', () => new Promise(() => undefined)],
  ])('are nobody, and the log says so, when Discord %s', async (_, answer) => {
    const { owners, lines } = ownersOf(answer);
    expect(await owners.has('1')).toBe(false);
    expect(lines.map(({ msg }) => msg)).toEqual(['Discord did not say who owns the application']);
  });
});
