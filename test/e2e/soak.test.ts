import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';

/** Runs a benchmark of its own process, whose garbage can be collected by hand. */
async function run(name: string, ...args: readonly string[]): Promise<unknown> {
  const command = ['--expose-gc', `benchmarks/${name}.ts`, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 10_000_000 }).catch(
    // Whether it went well is looked at here.
    (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
  );
  return JSON.parse(stdout);
}

/** Bytes for an interaction: what a leak of an answer or of a connection would leave far behind. */
const WARM = 5000;

/* The short forms of benchmarks whose longer ones are measured by hand. */

it('a bot that much is asked of keeps nothing, and leaves nothing open', async () => {
  const report = z
    .object({
      done: z.record(z.string(), z.number()),
      failed: z.array(z.string()),
      handlesLeft: z.array(z.string()),
      growth: z.number(),
      log: z.record(z.string(), z.number()),
    })
    .parse(await run('soak', '800', '--warm-up', '0.5'));
  expect(report).toMatchObject({ failed: [], handlesLeft: [], log: {} });
  expect(Object.values(report.done).reduce((sum, count) => sum + count, 0)).toBe(800);
  expect(Object.keys(report.done).length).toBeGreaterThan(8);
  expect(report.growth / 100_000).toBeLessThan(WARM);
}, 300_000);

it('feeds of some hours are read, told once each, and of old articles none is kept', async () => {
  const size = ['--feeds', '4', '--topics', '16', '--per-hour', '12', '--keep', '5'];
  const report = z
    .object({
      published: z.number(),
      taken: z.number(),
      told: z.number(),
      toTell: z.number(),
      twice: z.number(),
      askedOfNew: z.number(),
      answeredFromNew: z.number(),
      errors: z.array(z.string()),
      samples: z.array(z.object({ articles: z.number() })),
    })
    .parse(await run('feeds', '--hours', '5', '--tick', '20', '--warm-up', '0', ...size));
  const { published, toTell, samples, askedOfNew } = report;
  expect(report).toMatchObject({
    taken: published,
    told: toTell,
    twice: 0,
    errors: [],
    answeredFromNew: askedOfNew,
  });
  expect([published, toTell]).toEqual([64, 120]);
  expect(Math.max(...samples.map(({ articles }) => articles))).toBeLessThanOrEqual(20);
}, 300_000);
