import type { Block, BlockContext, BlockKind, TextSpan } from '../article.ts';

const KINDS: readonly BlockKind[] = [
  'paragraph',
  'item',
  'row',
  'definition',
  'turn',
  'callout',
  'quotation',
  'heading',
  'caption',
  'code',
  'bibliography',
  'exercise',
  'navigation',
];
const ROLES: readonly BlockContext['role'][] = ['heading', 'lead-in', 'head', 'speaker', 'term', 'callout'];
/** Stands for what a block doesn't have. */
const NONE = -1;

/** Blocks as a row of whole numbers, for storage. The context that a block shares with the one before is not repeated. */
export function encodeBlocks(blocks: readonly Block[]): number[] {
  const out: number[] = [];
  let before: readonly BlockContext[] = [];
  for (const { kind, start, end, context, level, cells, label, list } of blocks) {
    out.push(KINDS.indexOf(kind), start, end - start, level ?? NONE);
    out.push(label === undefined ? NONE : label[0] - start, label === undefined ? NONE : label[1] - start);
    out.push(list?.id ?? NONE, list?.step ?? NONE, list?.depth ?? NONE, cells?.length ?? NONE);
    for (const [from, to] of cells ?? []) out.push(from - start, to - from);
    const shared = sharedLength(before, context);
    out.push(shared, context.length - shared);
    for (const { role, span } of context.slice(shared)) out.push(ROLES.indexOf(role), ...span);
    before = context;
  }
  return out;
}

/** Gives numbers, one after the other; `undefined` at their end. */
export type NextNumber = () => number | undefined;

/**
 * The blocks that `encodeBlocks` made numbers of.
 * @param length of the text they stand in
 * @param from the number of the first one that is wanted: those before it are passed over
 * @returns a generator, to stop behind the last one that is wanted
 * @throws {RangeError} for anything else
 */
export function* decodeBlocks(next: NextNumber, length: number, from = 0): Generator<Block, undefined> {
  const { take, opening, contextBehind } = createBlockReader(next, length);
  let before: readonly BlockContext[] = [];
  // Of a large article one block is wanted: nothing is made of those before it.
  for (let number = 0; number < from; number++) {
    if (opening() === undefined) return undefined;
    for (let i = 1; i < PLAIN_NUMBERS; i++) take(NONE, Number.MAX_SAFE_INTEGER);
    const cells = take(NONE, Number.MAX_SAFE_INTEGER);
    for (let cell = 0; cell < cells; cell++) {
      take(0, length);
      take(0, length);
    }
    before = contextBehind(before);
  }
  const span = (from: number): TextSpan => {
    const start = from + take(0, length - from);
    return [start, start + take(0, length - start)];
  };
  for (;;) {
    const kind = opening();
    if (kind === undefined) return undefined;
    const [start, end] = span(0);
    const level = take(NONE, 6);
    const labels = [take(NONE, length), take(NONE, length)] as const;
    const [id, step, depth] = [take(NONE, 1e9), take(NONE, 1e9), take(NONE, 1e6)];
    // A row may have more empty cells than letters: numbers that are not there end it.
    const cellCount = take(NONE, Number.MAX_SAFE_INTEGER);
    const cells: TextSpan[] = [];
    for (let cell = 0; cell < cellCount; cell++) cells.push(span(start));
    before = contextBehind(before);
    yield {
      kind,
      start,
      end,
      context: before,
      ...(level === NONE ? {} : { level }),
      ...(labels[0] === NONE ? {} : { label: [start + labels[0], start + labels[1]] as const }),
      ...(cellCount === NONE ? {} : { cells }),
      ...(id === NONE ? {} : { list: { id, ...(step === NONE ? {} : { step }), depth } }),
    };
  }
}

/** Kind, start, length, level, label, list: what stands before the number of a block's cells. */
const PLAIN_NUMBERS = 9;

function createBlockReader(next: NextNumber, length: number) {
  const check = (value: number | undefined, least: number, most: number): number => {
    if (value === undefined || !Number.isInteger(value) || value < least || value > most)
      throw new RangeError('The stored blocks do not fit together');
    return value;
  };
  const take = (least: number, most: number): number => check(next(), least, most);
  return {
    take,
    /** The kind of the next block; `undefined` behind the last one. */
    opening(): BlockKind | undefined {
      const kind = next();
      return kind === undefined ? undefined : KINDS[check(kind, 0, KINDS.length - 1)];
    },
    /** @param before the context of the block before */
    contextBehind(before: readonly BlockContext[]): readonly BlockContext[] {
      const shared = take(0, before.length);
      const more = take(0, Number.MAX_SAFE_INTEGER);
      if (more === 0 && shared === before.length) return before;
      const context = before.slice(0, shared);
      while (context.length < shared + more) {
        const role = ROLES[take(0, ROLES.length - 1)] ?? 'heading';
        const from = take(0, length);
        context.push({ role, span: [from, take(from, length)] });
      }
      return context;
    },
  };
}

function sharedLength(a: readonly BlockContext[], b: readonly BlockContext[]): number {
  let length = 0;
  while (length < Math.min(a.length, b.length)) {
    const [x, y] = [a[length], b[length]];
    if (x !== y && !(x?.role === y?.role && x?.span[0] === y?.span[0] && x?.span[1] === y?.span[1])) break;
    length++;
  }
  return length;
}
