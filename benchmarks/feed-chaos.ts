import { startPostgres } from '../test/postgres-server.ts';
import { runFeedChaos } from './feeds/run-feed-chaos.ts';

/*
 * Three processes on one PostgreSQL read feeds of a web site on this machine and tell channels of three servers; whoever
 * reads them is killed ten times, a minute of their clocks and more after the other.
 *   node benchmarks/feed-chaos.ts [KILLS] [SECONDS BETWEEN TWO]
 */
const [kills = 10, killEvery = 20] = process.argv.slice(2).map(Number);
const server = await startPostgres();
const report = await runFeedChaos({
  url: await server.database(),
  processes: 3,
  fast: 20,
  kills,
  killEvery,
  publishEvery: 3,
  lease: 15_000,
  patience: 180,
});
await server.close();
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
const { toldTwice, missed, fetchedAgain, follows } = report;
const well =
  toldTwice.length + missed.length === 0 && fetchedAgain <= report.kills && follows[0] === follows[1];
process.exit(well ? 0 : 1);
