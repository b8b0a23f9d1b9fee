import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openLibrary, type ReloadReport } from '../../src/library/index.ts';
import { openSharedHome } from '../../src/shared/index.ts';
import { connectPostgres, type Postgres } from '../../src/state/postgres/connect.ts';
import { openPostgresState } from '../../src/state/postgres/open-postgres-state.ts';
import { sentenceEnds, tools } from '../language.ts';
import type { Member } from './corpus-suite.ts';

/** A process with a shared corpus, and what a test may want to look at. */
export interface SharedMember extends Member {
  readonly postgres: Postgres;
  /** Where its copy of the articles is. */
  readonly folder: string;
  /** What it has taken over from others. */
  readonly reports: ReloadReport[];
  readonly errors: unknown[];
}

/** @param dataDir absent: one of its own, as on another machine */
export async function joinShared(url: string, dataDir?: string): Promise<SharedMember> {
  const own = mkdtempSync(join(tmpdir(), 'footnote-member-'));
  const postgres = connectPostgres(url);
  const state = await openPostgresState(postgres);
  const home = await openSharedHome(postgres, dataDir ?? own);
  const reports: ReloadReport[] = [];
  const errors: unknown[] = [];
  const share = home.share((error) => errors.push(error));
  const inner = await openLibrary({ corpus: home.folder, share }, tools, sentenceEnds);
  const library = home.follow(inner, {
    onReload: (report) => reports.push(report),
    onError: (error) => errors.push(error),
  });
  const keeper = await home.openKeeper({ known: (id) => library.current().catalog.byId(id) });
  return {
    live: library,
    keeper,
    state,
    postgres,
    folder: home.folder,
    reports,
    errors,
    async caughtUp() {
      const latest = async () => (await library.reload({ confirmed: true })).processes;
      await expect.poll(latest, { timeout: 10_000 }).toMatchObject({ behind: [] });
    },
    async close() {
      await keeper.close();
      await library.close();
      home.release();
      await state.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}
