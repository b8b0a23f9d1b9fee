import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_METER } from '../../src/discord/meter.ts';
import { createLog } from '../../src/log.ts';
import { openWatch, type Watch } from '../../src/operate/watch.ts';
import { handLibrary } from '../discord/hand-library.ts';
import { openStage, type Stage } from '../discord/stage.ts';

let watch: Watch;
let stage: Stage | undefined;
beforeEach(async () => {
  watch = await openWatch({ host: '127.0.0.1', port: 0, log: createLog({ level: 'silent' }) });
});
afterEach(async () => {
  await stage?.close();
  stage = undefined;
  await watch.server.close();
});

async function open(): Promise<Stage> {
  const opened = await openStage({ meter: watch.meter });
  stage = opened;
  watch.watched.bot = () => opened.bot.status();
  watch.watched.library = () => opened.library.status();
  watch.watched.stateWritable = () => opened.state.trouble() === undefined;
  return opened;
}

async function ready(): Promise<unknown> {
  const response = await fetch(`${watch.server.url}/readyz`);
  const report: unknown = await response.json();
  return [response.status, report];
}

/** The lines of the numbers that begin so. */
async function numbers(name: string): Promise<string[]> {
  const text = await (await fetch(`${watch.server.url}/metrics`)).text();
  return text.split('\n').filter((line) => line.startsWith(name));
}

describe('readiness', () => {
  it('waits for the articles, for Discord, and for it again, and ends with the bot', async () => {
    expect(await ready()).toEqual([503, { status: 'waiting', waitingFor: ['the articles are being read'] }]);
    const library = handLibrary(() => Promise.reject(new Error('not asked')) as never);
    watch.watched.library = () => library.status();
    expect(await ready()).toEqual([
      503,
      { status: 'waiting', waitingFor: ['Discord has not let it in yet'] },
    ]);
    const { playground } = await open();
    expect(await ready()).toEqual([200, { status: 'ready' }]);
    playground.faults.closeGateway(true);
    await expect
      .poll(ready)
      .toEqual([
        503,
        { status: 'waiting', waitingFor: ['the connection to Discord is being made again (shard 0)'] },
      ]);
    playground.faults.closeGateway(false);
    await expect.poll(ready, { timeout: 10_000 }).toEqual([200, { status: 'ready' }]);
    watch.stopping();
    expect(await ready()).toEqual([503, { status: 'waiting', waitingFor: ['it is being stopped'] }]);
  });
});

describe('numbers', () => {
  it('count interactions by command and end, and answers by level, without a word of what was asked', async () => {
    const { playground } = await open();
    const { asMember } = playground;
    await asMember.slash('ask', { question: 'when was the bridge built' });
    await asMember.slash('ask', { question: 'who is Zanzibarta Quux' });
    await asMember.autocomplete('sources', 'query', 'bri');
    expect(await numbers('footnote_interactions_total{')).toEqual([
      'footnote_interactions_total{command="ask",outcome="done"} 2',
      'footnote_interactions_total{command="suggestions",outcome="done"} 1',
    ]);
    expect(await numbers('footnote_answers_total{level="none"}')).toEqual([
      'footnote_answers_total{level="none"} 1',
    ]);
    expect(await numbers('footnote_acknowledge_seconds_count')).toEqual([
      'footnote_acknowledge_seconds_count{command="ask"} 2',
      'footnote_acknowledge_seconds_count{command="suggestions"} 1',
    ]);
    expect(await numbers('footnote_corpus_articles ')).toEqual([
      `footnote_corpus_articles ${stage?.library.status().articles}`,
    ]);
    expect(await numbers('footnote_gateway_shards')).toEqual([
      'footnote_gateway_shards 1',
      'footnote_gateway_shards_ready 1',
    ]);
    expect(await numbers('footnote_state_writable')).toEqual(['footnote_state_writable 1']);
    expect((await numbers('')).filter((line) => /bridge|Zanzi/i.test(line))).toEqual([]);
  });

  it('show Node’s own before anything else is there', async () => {
    expect(await numbers('process_resident_memory_bytes ')).toHaveLength(1);
    expect(await numbers('nodejs_eventloop_lag_p99_seconds ')).toHaveLength(1);
    expect(await numbers('footnote_corpus_articles ')).toEqual(['footnote_corpus_articles Nan']);
  });

  it('are told nothing when nobody counts', () => {
    const span = NO_METER.begin('ask');
    expect([span.acknowledged(), span.ended('done'), NO_METER.answered('none')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
