import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openIndexFolder, openLibrary } from '../../src/library/index.ts';
import { openSharedHome } from '../../src/shared/index.ts';
import { connectPostgres } from '../../src/state/postgres/connect.ts';
import { sentenceEnds, tools } from '../language.ts';
import { describePostgres, type PostgresServer, startPostgres } from '../postgres.ts';
import { add } from './corpus-suite.ts';
import { joinShared } from './join-shared.ts';

describePostgres('the index of a shared corpus', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());

  /** A database with some articles. */
  async function fill() {
    const url = await server.database();
    const member = await joinShared(url);
    for (const title of ['The stone bridge', 'The ferry', 'The harbour']) await add(member.keeper, title);
    await member.close();
    return url;
  }

  /** Starts a process on a machine that has nothing yet. @returns how many articles it had to index itself */
  async function startAnew(url: string) {
    const dataDir = mkdtempSync(join(tmpdir(), 'footnote-index-'));
    const postgres = connectPostgres(url);
    const home = await openSharedHome(postgres, dataDir);
    const errors: unknown[] = [];
    const onError = (error: unknown) => errors.push(error);
    const cache = openIndexFolder(dataDir, { create: true, onError });
    if (cache === undefined) throw new Error('no place for an index');
    let indexed = 0;
    const library = await home.withIndex(
      cache,
      () =>
        openLibrary(
          {
            corpus: home.folder,
            cache,
            onCacheError: onError,
            onProgress({ step, total }) {
              if (step === 'indexing') indexed = total;
            },
          },
          tools,
          sentenceEnds,
        ),
      onError,
    );
    onTestFinished(async () => {
      await library.close();
      home.release();
      await postgres.close();
      rmSync(dataDir, { recursive: true });
    });
    const answer = library.current().ask('when was it built', { top: 1 });
    return { indexed, answered: answer.kind, errors, postgres };
  }

  it('is built by the first, and fetched by those that come later', async () => {
    const url = await fill();
    const [first, second] = [await startAnew(url), await startAnew(url)];
    expect([first.indexed, second.indexed]).toEqual([3, 0]);
    expect([first.answered, second.answered]).toEqual(['answer', 'answer']);
    expect([...first.errors, ...second.errors]).toEqual([]);
  });

  it('is built by one of those that start at the same time', async () => {
    const url = await fill();
    const all = await Promise.all([startAnew(url), startAnew(url), startAnew(url)]);
    expect(all.map(({ indexed }) => indexed).sort()).toEqual([0, 0, 3]);
  });

  it('that was damaged is told of, and built anew', async () => {
    const url = await fill();
    const { postgres } = await startAnew(url);
    await postgres.run(
      "UPDATE footnote.blobs SET bytes = 'x' WHERE sha256 IN (SELECT sha256 FROM footnote.indexes WHERE name <> '/manifest')",
    );
    const second = await startAnew(url);
    expect([second.indexed, String(second.errors[0])]).toEqual([3, expect.stringMatching(/have the digest/)]);
    expect((await startAnew(url)).indexed).toBe(0);
  });
});
