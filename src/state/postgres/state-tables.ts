import { z } from 'zod';
import type { Entry } from '../rows/entry.ts';
import { LASTING_STORES } from '../stores.ts';
import type { Queries } from './connect.ts';
import { writeRows } from './postgres-store.ts';

const DEFAULTS = {
  /** Rows that are read or written at once. */
  page: 500,
} as const;

const Row = z.object({
  key: z.string(),
  value: z.string(),
  expires: z.string().transform(Number).nullable(),
});
const Count = z.object({ entries: z.string().transform(Number) });

/** The rows of all stores, but for those that hold for a moment only. */
export async function* readStateTables(queries: Queries): AsyncGenerator<Entry> {
  for (const store of LASTING_STORES) {
    for (let after = ''; ; ) {
      const rows = await queries.rows(
        Row,
        `SELECT key, value, expires FROM footnote."${store}" WHERE key > $1 ORDER BY key LIMIT $2`,
        [after, DEFAULTS.page],
      );
      for (const row of rows) yield { store, ...row };
      after = rows.at(-1)?.key ?? after;
      if (rows.length < DEFAULTS.page) break;
    }
  }
}

/** Puts rows in the place of all that the stores hold. @returns how many there are afterwards */
export async function replaceStateTables(queries: Queries, rows: readonly Entry[]): Promise<number> {
  for (const store of LASTING_STORES) await queries.run(`DELETE FROM footnote."${store}"`);
  for (let at = 0; at < rows.length; at += DEFAULTS.page) {
    const page = Map.groupBy(rows.slice(at, at + DEFAULTS.page), ({ store }) => store);
    for (const [store, some] of page) await writeRows(queries, store, some);
  }
  return countStateTables(queries);
}

export async function countStateTables(queries: Queries): Promise<number> {
  let entries = 0;
  for (const store of LASTING_STORES) {
    const [row] = await queries.rows(Count, `SELECT count(*) AS entries FROM footnote."${store}"`);
    entries += row?.entries ?? 0;
  }
  return entries;
}
