import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createAudit } from '../../src/state/audit.ts';
import { describePostgres, type PostgresServer, startPostgres } from '../postgres.ts';
import { add, testCorpus, titles } from './corpus-suite.ts';
import { joinShared, type SharedMember } from './join-shared.ts';

describePostgres('a corpus in PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());

  testCorpus(async () => {
    const url = await server.database();
    return { join: () => joinShared(url), close: async () => undefined };
  });

  describe('its processes', () => {
    let url: string;
    const members: SharedMember[] = [];
    const open = async (dataDir?: string) => {
      const member = await joinShared(url, dataDir);
      members.push(member);
      return member;
    };
    const three = async () => {
      url = await server.database();
      return [await open(), await open(), await open()] as const;
    };
    afterEach(async () => {
      for (const member of members.splice(0)) await member.close();
    });

    it('take a new version over within two seconds, and the reload says so for all', async () => {
      const [one, two, three_] = await three();
      await add(one.keeper, 'The stone bridge');
      const since = performance.now();
      const { added, processes } = await one.live.reload();
      expect(performance.now() - since).toBeLessThan(2000);
      expect([added.length, processes]).toEqual([1, { count: 3, behind: [] }]);
      for (const member of [two, three_]) expect(titles(member)).toEqual(['The stone bridge']);
    });

    it('tell of one that does not get there', async () => {
      const [one] = await three();
      await one.postgres.run(
        "INSERT INTO footnote.processes VALUES ('x', 'a stuck one', 0, 0, now(), 'the disk is full')",
      );
      await add(one.keeper, 'The stone bridge');
      expect((await one.live.reload()).processes).toEqual({ count: 4, behind: ['a stuck one'] });
    });

    it('tell what was changed here, also when another version was taken over meanwhile', async () => {
      const [one, two] = await three();
      await add(one.keeper, 'The stone bridge');
      await add(two.keeper, 'The wooden bridge');
      await expect.poll(() => titles(one), { timeout: 5000 }).toHaveLength(2);
      const { added } = await one.live.reload();
      expect(added.map(({ title }) => title)).toContain('The stone bridge');
    });

    it('keep what they have when the server goes, and follow again when it is back', async () => {
      const [one, two] = await three();
      await add(one.keeper, 'The stone bridge');
      await one.live.reload();
      await server.stop();
      expect((await two.live.reload()).after.articles).toBe(1);
      await server.start();
      await add(two.keeper, 'The wooden bridge');
      await expect.poll(() => titles(one), { timeout: 10_000 }).toHaveLength(2);
      expect([one.errors, two.errors]).toEqual([[], []]);
    });

    it('make a change once, though the server restarts in the middle of it', async () => {
      const [one, two] = await three();
      const adding = Array.from({ length: 8 }, (_, i) =>
        add([one, two][i % 2]?.keeper ?? one.keeper, `Bridge ${i}`, String(i)),
      );
      await server.restart();
      await Promise.all(adding);
      await one.caughtUp();
      const entries = await createAudit({ store: one.state.audit }).recent(99);
      expect(entries.map(({ by }) => by).sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
      expect(titles(two)).toHaveLength(8);
    });

    it('undo what was done to the folder of one that was killed in the middle', async () => {
      url = await server.database();
      const dataDir = mkdtempSync(join(tmpdir(), 'footnote-killed-'));
      onTestFinished(() => rmSync(dataDir, { recursive: true }));
      const killed = await joinShared(url, dataDir);
      await add(killed.keeper, 'The stone bridge');
      await killed.close();
      const visible = () => readdirSync(killed.folder).filter((each) => !each.startsWith('.'));
      const [name = ''] = visible();
      const whole = readFileSync(join(killed.folder, name), 'utf8');
      writeFileSync(join(killed.folder, name), 'half');
      writeFileSync(join(killed.folder, 'more.md'), 'Nobody committed this.');
      await open(dataDir);
      expect(readFileSync(join(killed.folder, name), 'utf8')).toBe(whole);
      expect(visible()).toEqual([name]);
    });

    it('refuse bytes that are not what they were', async () => {
      const [one] = await three();
      await add(one.keeper, 'The stone bridge');
      await one.postgres.run("UPDATE footnote.blobs SET bytes = 'x'");
      await expect(open()).rejects.toThrow(/have the digest/);
    });

    it('have a folder each, also with one place for state', async () => {
      const [one] = await three();
      const dataDir = join(one.folder, '..', '..');
      const [two, three_] = [await open(dataDir), await open(dataDir)];
      expect(new Set([one.folder, two.folder, three_.folder]).size).toBe(3);
    });
  });
});
