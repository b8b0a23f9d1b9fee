import { describe, expect, test } from 'vitest';
import { createNameIndex } from '../../../src/answer/sentence/name-index.ts';
import { closeNames } from '../../../src/timeline/events/close-names.ts';
import { growthOf } from '../../growth.ts';

const NAMES = ['Osterby', 'Ada Quill', 'Rami Al-Shaer', 'Adam Quince', 'Éva Quill'].map((name, i) => ({
  name,
  count: 9 - i,
}));

describe('complete', () => {
  const index = createNameIndex(NAMES);
  test.each([
    ['', ['Osterby', 'Ada Quill', 'Rami Al-Shaer']],
    ['qui', ['Ada Quill', 'Adam Quince', 'Éva Quill']],
    ['ada', ['Ada Quill', 'Adam Quince']],
    ['ada q', ['Ada Quill']],
    ['al sh', ['Rami Al-Shaer']],
    ['EVA', ['Éva Quill']],
    ['uill', []],
    ['z', []],
    ['a'.repeat(6000), []],
  ])('%.20j', (typed, found) => {
    expect(index.complete(typed, 3).map(({ name }) => name)).toEqual(found);
  });
});

test('names close to a topic take no longer for a longer one', async () => {
  const names = createNameIndex(
    Array.from({ length: 3000 }, (_, i) => ({ name: `Zed${i.toString(36)} Quill`, count: 1 })),
  );
  const source = { names: names.complete };
  for (const unit of ['zx', 'zx '])
    expect(
      await growthOf(
        (size) => unit.repeat(size),
        (topic) => closeNames(source, topic, 5),
        { size: 100 },
      ),
    ).toBeLessThan(0.7);
});
