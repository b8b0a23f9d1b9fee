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

/**
 * The blocks that `encodeBlocks` made numbers of.
 * @param length of the text they stand in
 * @throws {RangeError} for anything else
 */
export function decodeBlocks(numbers: readonly number[], length: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const take = (least: number, most: number): number => {
    const value = numbers[at++];
    if (value === undefined || !Number.isInteger(value) || value < least || value > most)
      throw new RangeError('The stored blocks do not fit together');
    return value;
  };
  const span = (from: number): TextSpan => {
    const start = from + take(0, length - from);
    return [start, start + take(0, length - start)];
  };
  let before: readonly BlockContext[] = [];
  while (at < numbers.length) {
    const kind = KINDS[take(0, KINDS.length - 1)] ?? 'paragraph';
    const [start, end] = span(0);
    const level = take(NONE, 6);
    const labels = [take(NONE, length), take(NONE, length)] as const;
    const [id, step, depth] = [take(NONE, 1e9), take(NONE, 1e9), take(NONE, 1e6)];
    // A row may have more empty cells than letters.
    const cellCount = take(NONE, numbers.length);
    const cells = Array.from({ length: Math.max(cellCount, 0) }, () => span(start));
    const shared = take(0, before.length);
    const own = Array.from({ length: take(0, numbers.length) }, (): BlockContext => {
      const role = ROLES[take(0, ROLES.length - 1)] ?? 'heading';
      const from = take(0, length);
      return { role, span: [from, take(from, length)] };
    });
    const context =
      own.length === 0 && shared === before.length ? before : [...before.slice(0, shared), ...own];
    before = context;
    blocks.push({
      kind,
      start,
      end,
      context,
      ...(level === NONE ? {} : { level }),
      ...(labels[0] === NONE ? {} : { label: [start + labels[0], start + labels[1]] as const }),
      ...(cellCount === NONE ? {} : { cells }),
      ...(id === NONE ? {} : { list: { id, ...(step === NONE ? {} : { step }), depth } }),
    });
  }
  return blocks;
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
