import { expect, test } from 'vitest';
import { Engine } from '../../src/answer/engine.ts';
import type { CorpusName } from '../../src/answer/sentence/name-index.ts';
import { createNameRenewal } from '../../src/library/name-renewal.ts';
import { tools } from '../language.ts';
import { segmentOf } from '../search/segments.ts';

const engineOf = (...names: readonly string[]) =>
  new Engine(
    names.map((name) => segmentOf({ sentences: [`It was then that ${name} left the town.`] })),
    tools,
  );

test('the names of the corpus that came last are told, those of one before it only if they are read already', async () => {
  const errors: unknown[] = [];
  const { signal } = new AbortController();
  const { renew } = createNameRenewal({ slice: 0, signal, onError: (error) => errors.push(error) });
  const { promise, resolve } = Promise.withResolvers<readonly CorpusName[]>();
  renew(engineOf('Ben Vane', 'Clara Moss'), resolve);
  renew(engineOf('Ada Quill'), resolve);
  expect(await promise).toEqual([{ name: 'Ada Quill', count: 1 }]);
  expect(errors).toEqual([]);
});
