/** Where the rows of a store lie. */
export interface RowSource {
  /** The next rows by key, between two keys, both left out. */
  page(after: string, end: string, most: number): Promise<readonly StoredRow[]>;
  /** What was set between two keys, the first one included, and is not written yet. */
  waiting(first: string, end: string): readonly (readonly [key: string, value: string])[];
  /** Whether a row is what Keyv writes; told to whoever wants to know. */
  isSound(row: StoredRow): boolean;
}

export interface StoredRow {
  readonly key: string;
  readonly value: string;
}

const DEFAULTS = { page: 100 } as const;

/** All keys of a namespace lie in `[ns:, ns;)`, since `;` follows `:`; U+10FFFF ends the range of all keys. */
export function keyRange(namespace: string | undefined): readonly [first: string, end: string] {
  return namespace === undefined ? ['', '\u{10FFFF}'] : [`${namespace}:`, `${namespace};`];
}

/**
 * Reads the rows of a namespace in pages by key, so that what is written or deleted meanwhile disturbs nothing; then what
 * waits.
 * @throws as the source does
 */
export async function* iterateRows(
  namespace: string | undefined,
  source: RowSource,
): AsyncGenerator<[key: string, value: string]> {
  const [first, end] = keyRange(namespace);
  const waiting = source.waiting(first, end);
  const fresh = new Set(waiting.map(([key]) => key));
  for (let after = first; ; ) {
    const rows = await source.page(after, end, DEFAULTS.page);
    for (const row of rows) {
      after = row.key;
      if (!fresh.has(row.key) && source.isSound(row)) yield [row.key, row.value];
    }
    if (rows.length < DEFAULTS.page) break;
  }
  for (const [key, value] of waiting) yield [key, value];
}
