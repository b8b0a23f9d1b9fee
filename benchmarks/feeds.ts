import { parseArgs } from 'node:util';
import { simulateFeeds } from './feeds/simulate.ts';

/*
 * Feeds and alerts over days of a clock that is moved by hand: 200 feeds, 2,000 followed topics, 1,000 new articles an
 * hour, of each feed the newest kept; questions are asked meanwhile.
 *   node --expose-gc benchmarks/feeds.ts [--hours 720] [--feeds 200] [--topics 2000] [--per-hour 1000] [--keep 50]
 *     [--tick MINUTES] [--warm-up HOURS]
 */
const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '720' },
    feeds: { type: 'string', default: '200' },
    topics: { type: 'string', default: '2000' },
    'per-hour': { type: 'string', default: '1000' },
    keep: { type: 'string', default: '50' },
    tick: { type: 'string', default: '1' },
    'warm-up': { type: 'string', default: '24' },
  },
});
const report = await simulateFeeds({
  hours: Number(values.hours),
  feeds: Number(values.feeds),
  topics: Number(values.topics),
  perHour: Number(values['per-hour']),
  keep: Number(values.keep),
  tick: Number(values.tick),
  warmUp: Number(values['warm-up']),
  onSample: (sample) => process.stderr.write(`${JSON.stringify(sample)}\n`),
});
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
const { told, toTell, twice, errors, answers, delay } = report;
process.exitCode =
  told === toTell && twice + errors.length === 0 && answers.p95 <= 50 && delay.longest <= 60_000 ? 0 : 1;
