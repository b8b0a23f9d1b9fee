import fc from 'fast-check';

/**
 * How long and from where the fuzz run goes: `FUZZ_SECONDS=600 FUZZ_SEED=7 npx vitest run test/fuzz` for a long one. A
 * failure prints its seed and its smallest example.
 */
const ENVIRONMENT = {
  seconds: Number(process.env['FUZZ_SECONDS'] ?? 40),
  seed: Number(process.env['FUZZ_SEED'] ?? 1),
};

/** Parts of the run, which share its time. */
const PARTS = 6;

/** How one part is run: so many examples at most, and the same each time. */
export const FUZZ: fc.Parameters<unknown> = {
  seed: ENVIRONMENT.seed,
  numRuns: Math.ceil(ENVIRONMENT.seconds * 2.5),
};

/**
 * Tells, before each example of a part, whether the part's share of the time is over; the rest of its examples is then
 * left out. The first one, which loads the readers, takes what it takes: a busy machine gets through fewer, and does not
 * fail. (The time limit of fast-check fails without an example, and leaves one that waits behind.)
 */
export function shareOfTime(): { isOver(): boolean } {
  let asked = 0;
  let end = Number.POSITIVE_INFINITY;
  return {
    isOver: () => {
      asked++;
      if (asked === 2) end = performance.now() + (ENVIRONMENT.seconds * 1000) / PARTS;
      return performance.now() > end;
    },
  };
}

/** Milliseconds after which a part would be stuck. */
export const FUZZ_TIMEOUT = ENVIRONMENT.seconds * 1000 + 120_000;

/** What means something to a parser, a terminal, Discord or an expression. */
// biome-ignore format: a table
const PIECES = [
  ...' \t\n\r\u2028\0\u001b[0m!?.,;:…。"“”‘’\'()[]{}<>|\\/*_~`#>+-=@&%$^'.split(''),
  '\r\n', '\n\n', '---\n', '...', '? ', '- ', ': ', '{a: ', '&a ', '*a ', '!!x ', '1. ', '[x](y)', '@everyone', '<@1>',
  'a', 'h\'', 'A. ', 'Mr. ', 'U.S. ', 'who is ', 'what ', 'between ', 'and ', 'Monday ', 'June 2021 ', '1999 ', '12 ',
  'share on facebook messenger ', 'READ MORE', '[ads_1]', 'is a ', 'since ', 'https://a.b/', '<p>', '</p>', '<a href="x">',
  '<!--', '<script>', '{"text":"', '"}', '\u0301', '\u202e', '\ud800', '😀', '中', 'ß', 'İ', 'ſ', '×', '%PDF-', 'PK\u0003\u0004',
  '== x ==\n', '{{', '}}', '[[', ']]', '{|', '|-\n', '| a ', '```\n', '# ', '    ',
];

/** A text of a few pieces, some of them many times over. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }),
      fc.oneof(fc.constant(1), fc.nat(40), fc.nat(3000)),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.map(([pieces, times]) => pieces.join('').repeat(times)).join(''));

/** A text made of one short pattern, for any length; with a beginning and an end that may spoil a match. */
export const hostileShape: fc.Arbitrary<{
  readonly name: string;
  readonly make: (length: number) => string;
}> = fc
  .tuple(
    fc.constantFrom('', ...PIECES),
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', ...PIECES),
  )
  .map(([start, pieces, end]) => {
    const pattern = pieces.join('');
    return {
      name: JSON.stringify([start, pattern, end]),
      make: (length) => start + pattern.repeat(Math.ceil(length / pattern.length)) + end,
    };
  });

/** Bytes of a good file, cut, doubled and changed in places. */
export function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(
      fc.array(fc.tuple(fc.nat(bytes.length), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }),
      fc.nat(bytes.length),
      fc.nat(bytes.length),
      fc.boolean(),
    )
    .map(([changes, from, to, whole]) => {
      const copy = Uint8Array.from(bytes);
      for (const [at, value] of changes) copy[at] = value;
      const middle = copy.subarray(Math.min(from, to), Math.max(from, to));
      return whole ? copy : Buffer.concat([copy.subarray(0, from), middle, copy.subarray(to)]);
    });
}
