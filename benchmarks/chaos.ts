import { startPostgres } from '../test/postgres-server.ts';
import { runChaos } from './chaos/run-chaos.ts';

/*
 * Three processes on one PostgreSQL and one Discord, both on this machine: 10,000 questions within three minutes, articles
 * added, changed and removed every second, a process killed every ten, the database restarted twice.
 *   node benchmarks/chaos.ts [SECONDS] [INTERACTIONS] [patient]
 * patient: Discord waits for more than three seconds, for a machine that has other things to do.
 */
const [seconds = 170, interactions = 10_000] = process.argv.slice(2).map(Number).filter(Number.isFinite);
const server = await startPostgres();
const report = await runChaos({
  url: await server.database(),
  restartDatabase: () => server.restart(),
  processes: 3,
  interactions,
  seconds,
  changeEvery: 1,
  killEvery: 10,
  restarts: 2,
  patientDiscord: process.argv.includes('patient'),
});
await server.close();
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
const well =
  report.lost.length + report.answeredTwice + report.wrongAnswers.length + report.mixedVersions === 0 &&
  report.answeredBy.every((count) => count > 0) &&
  report.allAgree &&
  report.auditWrong.length === 0;
process.exit(well ? 0 : 1);
