import { expect, test } from 'vitest';
import { LINE_FEED, OTHER, readSentenceMachine } from '../../../src/text/scanning/sentence-machine.ts';

/** As wink-nlp writes them: a stop ends a sentence, and so does one with a bracket behind it; one with a comma does not. */
const machine = readSentenceMachine(
  JSON.stringify([
    100,
    5,
    { 0: { stop: 1 }, 1: { bracket: 2, comma: 3, 2070003: 4 }, 2: { stop: 5, 2070003: 6 } },
    { 3: '0', 4: 'SBD', 5: 'SBD', 6: 'SBD' },
    { 5: [2, 0], 6: [1, 0] },
    {},
  ]),
);
const [stop, bracket, comma] = ['stop', 'bracket', 'comma'].map((event) => machine.signOf(event));

test.each([
  ['a stop, something else', [stop, OTHER], [0]],
  ['a stop at the end', [OTHER, stop], [1]],
  ['with a bracket', [stop, bracket, OTHER], [1]],
  ['with a bracket and a stop', [stop, bracket, stop], [2]],
  ['with a comma', [stop, comma, stop], [2]],
  ['line feeds are passed over, and counted', [stop, LINE_FEED, bracket, OTHER, stop], [1, 4]],
  ['what no rule begins with', [bracket, comma, OTHER], []],
  ['nothing', [], []],
])('%s', (_, signs, ends) => {
  expect(machine.ends(signs.map((sign) => sign ?? OTHER))).toEqual(ends);
});

test('what no rule has is all one', () => {
  expect(['house', 7, null, undefined].map((event) => machine.signOf(event))).toEqual(Array(4).fill(OTHER));
  expect(new Set([stop, bracket, comma, OTHER, LINE_FEED]).size).toBe(5);
});

test.each([undefined, '[]', '[1,2,3]', '{}'])('%j is no machine', (json) => {
  expect(() => readSentenceMachine(json)).toThrow();
});
