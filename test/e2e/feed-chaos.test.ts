import { afterAll, beforeAll, expect, it } from 'vitest';
import { runFeedChaos } from '../../benchmarks/feeds/run-feed-chaos.ts';
import { describePostgres, type PostgresServer, startPostgres } from '../postgres.ts';

/* The short form of `benchmarks/feed-chaos.ts`, whose longer one is measured by hand. */
describePostgres('three processes that read feeds for one corpus', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());

  it('fetch and tell each article once, to servers of any of them, while whoever reads is killed', async () => {
    const report = await runFeedChaos({
      url: await server.database(),
      processes: 3,
      fast: 60,
      kills: 2,
      killEvery: 4,
      publishEvery: 1.5,
      lease: 2000,
      patience: 300,
    });
    expect(report).toMatchObject({ kills: 2, toldTwice: [], missed: [], toldOnce: report.published });
    expect(report.follows[0]).toBe(report.follows[1]);
    expect(report.published).toBeGreaterThan(2);
    expect(report.fetchedAgain).toBeLessThanOrEqual(report.kills);
  }, 600_000);
});
