import { describe, expect, it } from 'vitest';
import { Reconnection } from '../../../src/discord/connection/reconnection.ts';
import { createLog } from '../../../src/log.ts';

/** One connection, on a clock that only the pauses and `later` move. */
function open() {
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  const lines: string[] = [];
  const pauses: number[] = [];
  const reconnection = new Reconnection({
    log: createLog({ level: 'info', to: { write: (line) => void lines.push(JSON.parse(line).msg) } }),
    now: () => clock.now,
    pause: async (ms) => {
      pauses.push(ms);
      clock.now += ms;
    },
  });
  return {
    reconnection,
    lines,
    pauses,
    later: (ms: number) => {
      clock.now += ms;
    },
    /** Closed, half a second of the library's own, and the next try. */
    fail: async (code = 1006) => {
      reconnection.closed(0, code);
      clock.now += 500;
      await reconnection.beforeTry(0);
    },
  };
}

describe('the reason', () => {
  it.each<[string, (r: Reconnection) => void, number, string]>([
    ['is the close code', () => undefined, 1006, 'the connection broke (1006)'],
    ['is the close code, whichever', () => undefined, 4900, 'Discord closed it (4900)'],
    [
      'is the error that came before',
      (r) => r.failed(0, new Error('Unexpected server response: 503')),
      1006,
      'Unexpected server response: 503',
    ],
    [
      'is why the client itself closes',
      (r) =>
        r.heard(
          0,
          'Destroying shard\n\tReason: Told to reconnect by Discord\n\tCode: 4200\n\tRecover: Resume',
        ),
      4200,
      'Told to reconnect by Discord',
    ],
    [
      'is not an older one, told after Discord had closed',
      (r) => {
        r.heard(
          0,
          'Destroying shard\n\tReason: Got disconnected by Discord\n\tCode: 1000\n\tRecover: Reconnect',
        );
        r.heard(0, 'Connection status during destroy\n\tNeeds closing: false\n\tReady state: 3');
      },
      1006,
      'the connection broke (1006)',
    ],
    [
      'is the network',
      (r) => r.heard(0, 'Failed to connect to the gateway URL specified due to a network error'),
      1006,
      'Discord is out of reach',
    ],
  ])('%s', (_, before, code, reason) => {
    const { reconnection, lines } = open();
    reconnection.connected(0);
    before(reconnection);
    reconnection.closed(0, code);
    expect(lines).toEqual([`Reconnecting to Discord: ${reason}`]);
  });

  it('is not told for a code after which there is no other try', () => {
    const { reconnection, lines } = open();
    reconnection.closed(0, 4014);
    expect(lines).toEqual([]);
  });
});

describe('the pauses', () => {
  it('grow, up to a minute, and are told once they are worth it', async () => {
    const { fail, pauses, lines } = open();
    for (let n = 0; n < 9; n++) await fail();
    expect(pauses.map((ms) => ms / 1000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(lines.slice(0, 3)).toEqual([
      'Reconnecting to Discord: the connection broke (1006)',
      'Reconnecting to Discord: the connection broke (1006). Next try in 2 s',
      'Reconnecting to Discord: the connection broke (1006). Next try in 4 s',
    ]);
    expect(lines).toHaveLength(8);
  });

  it('grow also when every try gets through for a moment', async () => {
    const { fail, pauses, reconnection } = open();
    for (let n = 0; n < 4; n++) {
      reconnection.connected(0);
      await fail();
    }
    expect(pauses).toEqual([1000, 2000, 4000]);
  });

  it('begin anew after a connection that held', async () => {
    const { fail, pauses, reconnection, later } = open();
    await fail();
    await fail();
    reconnection.connected(0);
    later(60_000);
    await fail();
    expect(pauses).toEqual([1000]);
  });

  it('are for tries alone: what else asks for the session is not held up', async () => {
    const { fail, pauses, reconnection } = open();
    await fail();
    reconnection.closed(0, 1006);
    await Promise.all([reconnection.beforeTry(0), reconnection.beforeTry(0)]);
    expect(pauses).toEqual([1000]);
  });
});
