import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { auditRow } from '../state/audit.ts';
import type { Postgres } from '../state/postgres/connect.ts';
import { writeRows } from '../state/postgres/postgres-store.ts';
import { takeSlot } from '../state/sqlite/take-slot.ts';
import { Mirror } from './mirror.ts';
import { Processes } from './processes.ts';
import { SharedCorpus } from './shared-corpus.ts';

/** Where in the folder for state the copies of the shared corpus are, one for each process of the machine. */
const FOLDER = 'shared';

/** The shared corpus as one process has it, and what it tells the others. */
export interface OpenedCorpus {
  readonly shared: SharedCorpus;
  readonly processes: Processes;
  /** Of this process among all. */
  readonly process: string;
  /** Lets another process have the folder. */
  release(): void;
}

/**
 * Takes a folder for the corpus and brings it to the newest version.
 * @param now milliseconds since 1970
 * @throws an error of the disk; of the database, when it can't be reached
 */
export async function openSharedCorpus(
  postgres: Postgres,
  dataDir: string,
  now: () => number = Date.now,
): Promise<OpenedCorpus> {
  const slot = takeSlot(join(dataDir, FOLDER));
  const process = randomUUID();
  try {
    const shared = new SharedCorpus({
      postgres,
      mirror: new Mirror(slot.folder),
      process,
      async writeAudit(queries, entry) {
        await writeRows(queries, 'audit', [auditRow(entry, now())]);
      },
    });
    await shared.turn(() => shared.pull());
    const processes = new Processes(postgres, process, `${hostname()}, process ${globalThis.process.pid}`);
    return { shared, processes, process, release: slot.release };
  } catch (error) {
    slot.release();
    throw error;
  }
}
