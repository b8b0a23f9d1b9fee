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

/** A row of numbers that is read one after the other, from any place on. */
export interface NumberRow {
  /** Where the next one stands: what was read here can be put back. */
  place: number;
  readonly isDone: boolean;
  /** @throws {RangeError} past the end, like `skip` */
  signed(): number;
  /** Passes over so many. */
  skip(count: number): void;
}

/**
 * The blocks that `encodeBlocks` made numbers of.
 * @param length of the text they stand in
 * @throws {RangeError} for anything else
 */
export function decodeBlocks(row: NumberRow, length: number): Block[] {
  const reader = new BlockReader(row, length);
  const blocks: Block[] = [];
  let before: readonly BlockContext[] = [];
  while (!row.isDone) {
    const block = reader.read(before);
    blocks.push(block);
    before = block.context;
  }
  return blocks;
}

/**
 * The same for who wants few of them, in any order: of a large article one block is made and not those before it.
 * @returns the block of a number; `undefined` behind the last one
 */
export function createBlockIndex(row: NumberRow, length: number): (number: number) => Block | undefined {
  const reader = new BlockReader(row, length);
  // Of each block that was passed: where it stands, and the context of the one before it.
  const places: number[] = [];
  const befores: (readonly BlockContext[])[] = [];
  let next = row.place;
  let before: readonly BlockContext[] = [];
  return (number) => {
    row.place = next;
    while (places.length <= number && !row.isDone) {
      places.push(row.place);
      befores.push(before);
      before = reader.pass(before);
      next = row.place;
    }
    const place = places[number];
    if (place === undefined) return undefined;
    row.place = place;
    return reader.read(befores[number] ?? []);
  };
}

/** Kind, start, length, level, label, list: what stands before the number of a block's cells. */
const PLAIN_NUMBERS = 9;

class BlockReader {
  readonly #row: NumberRow;
  readonly #length: number;

  constructor(row: NumberRow, length: number) {
    this.#row = row;
    this.#length = length;
  }

  read(before: readonly BlockContext[]): Block {
    const kind = KINDS[this.#take(0, KINDS.length - 1)] ?? 'paragraph';
    const [start, end] = this.#span(0);
    const level = this.#take(NONE, 6);
    const labels = [this.#take(NONE, this.#length), this.#take(NONE, this.#length)] as const;
    const id = this.#take(NONE, 1e9);
    const step = this.#take(NONE, 1e9);
    const depth = this.#take(NONE, 1e6);
    // A row may have more empty cells than letters: numbers that are not there end it.
    const cellCount = this.#take(NONE, Number.MAX_SAFE_INTEGER);
    const cells: TextSpan[] = [];
    for (let cell = 0; cell < cellCount; cell++) cells.push(this.#span(start));
    return {
      kind,
      start,
      end,
      context: this.#contextBehind(before),
      ...(level === NONE ? {} : { level }),
      ...(labels[0] === NONE ? {} : { label: [start + labels[0], start + labels[1]] as const }),
      ...(cellCount === NONE ? {} : { cells }),
      ...(id === NONE ? {} : { list: { id, ...(step === NONE ? {} : { step }), depth } }),
    };
  }

  /** Makes nothing of a block but its context, which that of the next one is built upon. */
  pass(before: readonly BlockContext[]): readonly BlockContext[] {
    this.#row.skip(PLAIN_NUMBERS);
    this.#row.skip(2 * Math.max(0, this.#take(NONE, Number.MAX_SAFE_INTEGER)));
    return this.#contextBehind(before);
  }

  #take(least: number, most: number): number {
    const value = this.#row.signed();
    if (!(value >= least && value <= most)) throw new RangeError('The stored blocks do not fit together');
    return value;
  }

  #span(from: number): TextSpan {
    const start = from + this.#take(0, this.#length - from);
    return [start, start + this.#take(0, this.#length - start)];
  }

  /** @param before the context of the block before */
  #contextBehind(before: readonly BlockContext[]): readonly BlockContext[] {
    const shared = this.#take(0, before.length);
    const more = this.#take(0, Number.MAX_SAFE_INTEGER);
    if (more === 0 && shared === before.length) return before;
    const context = before.slice(0, shared);
    while (context.length < shared + more) {
      const role = ROLES[this.#take(0, ROLES.length - 1)] ?? 'heading';
      const from = this.#take(0, this.#length);
      context.push({ role, span: [from, this.#take(from, this.#length)] });
    }
    return context;
  }
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
