import { afterAll, beforeAll, expect, it } from 'vitest';
import { runChaos } from '../../benchmarks/chaos/run-chaos.ts';
import { describePostgres, type PostgresServer, startPostgres } from '../postgres.ts';

/* The short form of `benchmarks/chaos.ts`, whose longer one is measured by hand. */
describePostgres('three processes on one database', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());

  it('lose nothing and agree, while one is killed, the database restarted and articles are changed', async () => {
    const report = await runChaos({
      url: await server.database(),
      restartDatabase: () => server.restart(),
      processes: 3,
      interactions: 60,
      seconds: 6,
      changeEvery: 1,
      killEvery: 2.5,
      restarts: 1,
      patientDiscord: true,
    });
    expect(report).toMatchObject({
      interactions: 60,
      lost: [],
      answeredTwice: 0,
      wrongAnswers: [],
      restarts: 1,
      mixedVersions: 0,
      allAgree: true,
      auditWrong: [],
    });
    expect(report.kills).toBeGreaterThan(0);
    expect(report.made).toBeGreaterThan(0);
    expect(Math.min(...report.answeredBy)).toBeGreaterThan(0);
    expect(report.toldToWait).toBeLessThan(report.answered / 2);
  }, 300_000);
});
