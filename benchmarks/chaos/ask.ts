import { setTimeout as sleep } from 'node:timers/promises';
import type { Playground } from '../../src/playground/index.ts';
import type { ChaosProcess } from './chaos-process.ts';
import { type Asked, isAttended } from './judge.ts';

const DEFAULTS = {
  question: 'when was the stone bridge of Osterby built',
  /** Milliseconds that the last answers may take, and between two looks. */
  last: 30_000,
  look: 100,
  /** Seconds between two questions of one person: more would ask too often. */
  rest: 5,
} as const;

/**
 * Many members of three servers ask, evenly spread, each server the care of another of three processes.
 * @param end in milliseconds of `performance.now()`
 */
export async function ask(
  playground: Playground,
  all: readonly ChaosProcess[],
  {
    interactions,
    seconds,
    processes,
  }: { readonly interactions: number; readonly seconds: number; readonly processes: number },
  end: number,
): Promise<Asked[]> {
  const shardOf = (guild: string) => Number((BigInt(guild) >> 22n) % BigInt(processes));
  const { asMember, asStranger, guildId, secondGuildId, thirdGuildId, thirdChannelId } = playground;
  const places = [
    { person: asMember, shard: shardOf(guildId) },
    { person: asStranger, shard: shardOf(secondGuildId) },
    { person: asStranger.in(thirdChannelId), shard: shardOf(thirdGuildId) },
  ] as const;
  // So many that nobody asks too often, but for those who ask last.
  const people = Math.ceil((interactions / seconds) * DEFAULTS.rest);
  const asked: (Asked & { readonly ended: boolean })[] = [];
  const begin = end - seconds * 1000;
  for (let i = 0; i < interactions; i++) {
    await sleep(Math.max(0, begin + (i * seconds * 1000) / interactions - performance.now()));
    const { person, shard } = places[i % places.length] ?? places[0];
    const question = { at: performance.now(), shard, outcome: undefined, text: '', ended: false };
    asked.push(question);
    const somebody = person.another(i % people);
    somebody.slash('ask', { question: DEFAULTS.question }).then(
      (outcome) => Object.assign(question, { outcome, text: outcome.text, ended: true }),
      () => Object.assign(question, { ended: true }),
    );
  }
  // What was acknowledged by a process that was killed then, Discord waits for as long as its token is good.
  const until = performance.now() + DEFAULTS.last;
  while (asked.some((each) => !each.ended && isAttended(each, all)) && performance.now() < until)
    await sleep(DEFAULTS.look);
  return asked;
}
