import { describe, expect, test } from 'vitest';
import { textWrapWidth, wrapWidth } from '../../../src/corpus/cleaning/wrapping.ts';

describe('the lines of a paragraph', () => {
  test.each<[string, string[], number | undefined]>([
    [
      'wrapped by a program',
      [
        'The ferry Marigold ran aground on the Tarn',
        'bank before dawn on Tuesday, and all people',
        'were saved.',
      ],
      43,
    ],
    [
      'wrapped narrowly',
      ['Osric Vane wrote to the', 'Harbour Office in January. The', 'Office did not answer him.'],
      30,
    ],
    [
      'that are a list',
      ['A second lamp on the outer buoy', 'Two officers on the bridge', 'Life jackets for all'],
      undefined,
    ],
    [
      'that are a verse',
      ['The buoy is dark', 'The bank is white', 'Oskar sleeps on', 'All through the night'],
      undefined,
    ],
    [
      'that are a list of equal lines',
      ['Captains ask for a buoy that can be seen', 'Keepers ask for oil for all the lamps', 'Owners ask'],
      undefined,
    ],
    [
      'that are two, which tell nothing',
      ['Hedda Rook, keeper of the light', 'Osric Vane, captain'],
      undefined,
    ],
  ])('%s', (_, lines, width) => {
    expect(wrapWidth(lines)).toBe(width);
  });
});

test('two lines are wrapped when the rest of the text is, and not when it is not', () => {
  const short = ['The sea was calm that night and no', 'Ferry had sailed.'];
  const long = [
    'The harbour office said that it would',
    'publish the records of its repairs by',
    'the end of the month.',
  ];
  expect(textWrapWidth([short, long])).toBe(37);
  expect(
    textWrapWidth([
      ['Osric Vane, captain', 'Petra Sund, deckhand'],
      ['Hedda Rook', 'Ivo Lanne'],
    ]),
  ).toBeUndefined();
});
