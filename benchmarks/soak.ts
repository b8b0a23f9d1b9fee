import { parseArgs } from 'node:util';
import { runSoak, SOAK_DEFAULTS } from './soak/run-soak.ts';

/*
 * A day of the bot in one go: the real client, commands, engine and state, in this process, before a Discord of another;
 * a clock that is moved by hand. Says how the memory grows (least squares, after the garbage is collected) and what is
 * still open at the end.
 *   node --expose-gc benchmarks/soak.ts [INTERACTIONS] [--warm-up SHARE] [--leak BYTES] [--metrics FILE]
 * --leak keeps so many bytes for each interaction, to see that it shows.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'warm-up': { type: 'string' }, leak: { type: 'string' }, metrics: { type: 'string' } },
});
const interactions = Number(positionals[0] ?? SOAK_DEFAULTS.interactions);
const report = await runSoak({
  interactions,
  warmUp: Number(values['warm-up'] ?? SOAK_DEFAULTS.warmUp),
  leak: Number(values.leak ?? 0),
  ...(values.metrics !== undefined && { metrics: values.metrics }),
  onSample: (sample) => process.stderr.write(`${JSON.stringify(sample)}\n`),
});
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
const well =
  report.failed.length + Object.keys(report.log).length === 0 &&
  report.handlesLeft.length === 0 &&
  report.growth < SOAK_DEFAULTS.growth;
process.exitCode = well ? 0 : 1;
