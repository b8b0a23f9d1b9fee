import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ALERT_DEFAULTS } from '../../src/alerts/alert-defaults.ts';
import type { Delivery, Messenger } from '../../src/alerts/messenger.ts';
import { Teller } from '../../src/alerts/teller.ts';
import type { CalendarDate } from '../../src/corpus/article.ts';
import { createSnapshot } from '../../src/library/create-snapshot.ts';
import { type Arrivals, createArrivals } from '../../src/state/feeds/arrivals.ts';
import { createFollows, type Follow, type Follows } from '../../src/state/feeds/follows.ts';
import { openState } from '../../src/state/state.ts';
import { articleOf, engineOf } from '../answer/stage.ts';

const HOUR = 60 * 60 * 1000;
const START = Date.UTC(2024, 4, 8, 12);
const article = (name: string, published?: CalendarDate) =>
  articleOf({
    id: name,
    path: `feeds/post/${name}.md`,
    title: `Osterby: ${name}`,
    ...(published !== undefined && { published }),
    text: `In Osterby ${wordsOf(name)} was ${wordsOf(`${name}s`)}.`,
  });
/** Words that no other article has. */
const wordsOf = (name: string) => ['ing', 'ation', 'ward', 'hood'].map((end) => name + end).join(' ');
const NAMES = ['bakery', 'harbour', 'school', 'library', 'station', 'theatre'];
const SNAPSHOT = createSnapshot(
  engineOf(...NAMES.map((name) => article(name)), article('old', '2023-01-01')),
  [],
);

let clock = START;
let answer: Delivery = 'sent';
const said: string[] = [];
const say = async (line: string): Promise<Delivery> => {
  said.push(line);
  return answer;
};
const messenger: Messenger = {
  alert: ({ id }, { passage }) => say(`${id}: ${passage.article.id}`),
  digest: ({ id }, { alerts, stories }) => say(`${id}: ${stories} stories, ${alerts.length} quoted`),
  warn: ({ id }, ended) => say(`${id}: ${ended ? 'ended' : 'warned'}`),
};
beforeEach(() => {
  clock = START;
  answer = 'sent';
  said.length = 0;
});

interface Desk {
  readonly follows: Follows;
  readonly arrivals: Arrivals;
  follow(more?: Partial<Follow>): Promise<void>;
  /** Articles come in, and it is told what is to be told. */
  come(...names: readonly string[]): Promise<void>;
}

function openDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-alerts-'));
  const state = openState(folder);
  onTestFinished(async () => {
    await state.close();
    rmSync(folder, { recursive: true });
  });
  const follows = createFollows(state);
  const arrivals = createArrivals(state.arrivals);
  const options = {
    library: {
      current: () => SNAPSHOT,
      terms: (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [],
    },
    arrivals,
    follows,
    messenger,
    runAlone: state.withLease,
    onError: (error: unknown) => {
      throw error;
    },
    now: () => clock,
  };
  return {
    follows,
    arrivals,
    follow: (more = {}) =>
      follows.save({
        id: 'f1',
        owner: '1',
        topic: 'Osterby',
        when: 'now',
        since: START - HOUR,
        language: 'en',
        ...more,
      }),
    async come(...names) {
      for (const name of names)
        await arrivals.add({ path: `feeds/post/${name}.md`, feed: 'post', at: clock });
      // A new one each time, as after a restart.
      const teller = new Teller(options);
      await teller.round();
      await teller.stop();
    },
  };
}

describe('those who follow a topic', () => {
  test('are told once, also after a restart', async () => {
    const desk = openDesk();
    await desk.follow();
    await desk.come('bakery');
    await desk.come('bakery');
    await desk.come();
    expect(said).toEqual(['f1: bakery']);
    expect(await desk.arrivals.waiting()).toEqual([]);
  });

  test('are not told of what is older than their following', async () => {
    const desk = openDesk();
    await desk.follow({ since: START + HOUR });
    await desk.come('bakery');
    await desk.follow({ id: 'f2' });
    await desk.come('old');
    expect(said).toEqual([]);
  });

  test('get so many messages an hour, and the rest in one', async () => {
    const desk = openDesk();
    await desk.follow();
    await desk.come(...NAMES);
    expect(said).toHaveLength(ALERT_DEFAULTS.perHour);
    clock += HOUR;
    await desk.come();
    expect(said.at(-1)).toBe('f1: 2 stories, 2 quoted');
    clock += HOUR;
    await desk.come();
    expect(said).toHaveLength(ALERT_DEFAULTS.perHour + 1);
  });

  test('get one message in the morning if that is what they want', async () => {
    const desk = openDesk();
    await desk.follow({ when: 'daily' });
    await desk.come('bakery', 'school');
    expect(said).toEqual([]);
    clock = Date.UTC(2024, 4, 9, 8);
    await desk.come();
    expect(said).toEqual(['f1: 2 stories, 2 quoted']);
  });

  test('are told later when Discord is away', async () => {
    const desk = openDesk();
    await desk.follow();
    answer = 'later';
    await desk.come('bakery');
    answer = 'sent';
    await desk.come();
    await desk.come();
    expect(said).toEqual(['f1: bakery', 'f1: bakery']);
  });

  test('are warned when their channel refuses, and after a day it ends', async () => {
    const desk = openDesk();
    await desk.follow({ channel: '5' });
    answer = 'refused';
    await desk.come('bakery');
    await desk.come();
    expect(said.filter((line) => line === 'f1: warned')).toHaveLength(1);
    clock += ALERT_DEFAULTS.refused + 1;
    await desk.come();
    expect(said.at(-1)).toBe('f1: ended');
    expect(await desk.follows.list()).toEqual([]);
  });

  test('lose what follows for a channel that is gone, and are told', async () => {
    const desk = openDesk();
    await desk.follow({ channel: '5' });
    answer = 'gone';
    await desk.come('bakery');
    expect(said).toEqual(['f1: bakery', 'f1: ended']);
  });

  test('an article that cannot be read is not waited for', async () => {
    const desk = openDesk();
    await desk.follow();
    await desk.come('missing');
    expect(await desk.arrivals.waiting()).toHaveLength(1);
    clock += ALERT_DEFAULTS.unreadable + 1;
    await desk.come();
    expect(await desk.arrivals.waiting()).toEqual([]);
  });
});
