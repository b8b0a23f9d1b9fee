import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayTellTime, TELLS_TIME } from '../../../src/timeline/dates/date-hint.ts';

test.each([
  ['He left on Tuesday.', true],
  ['The market monitors decide.', false],
  ['She may go.', true],
  ['Mayor and Mary', false],
  ['It cost 12 crowns.', false],
  ['at 12:30', true],
  ['in the twenties', true],
  ['two thousand of them', true],
  ['two of them', false],
  ['nineteen of them', true],
  ['Nobody turned nineteen.', false],
  ['The A.D. of the play', true],
  ['Plan B. The rest', false],
  ['yesterday', true],
  ['', false],
])('%s: %s', (line, tells) => {
  expect(mayTellTime(line)).toBe(tells);
  expect(TELLS_TIME.test(line)).toBe(tells);
});

/** Pieces of all the words that it knows, and what may stand beside them. */
const PIECES =
  "jan uary feb mar ch apr il may jun e july aug sept o em ber oct nov dec mon day s fri sun tue wed nes thu r sat ur to toda night over week month year cent ury now past seven teen twenty two thousand t ies hies par thir nine bc e ad ce a b c in since 1 19 2020 90 q h fy . : / - ’ ' ( _ é K ſ".split(
    ' ',
  );

test('property: it says what the expression says', () => {
  const piece = fc.constantFrom(...PIECES, ' ', ' ', ' ', '\u00a0');
  const cased = fc.tuple(piece, fc.boolean()).map(([text, upper]) => (upper ? text.toUpperCase() : text));
  const lines = fc.array(cased, { maxLength: 9 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(lines, (line) => {
      expect(mayTellTime(line)).toBe(TELLS_TIME.test(line));
    }),
    { numRuns: 5000 },
  );
});
