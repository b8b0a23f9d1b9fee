import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf, openCache, sourceHash } from '../../training/cache.ts';
import { readNewsQuestions, readSelectionSet } from '../../training/data.ts';
import { fromBlock, stackMatrices, toBlock } from '../../training/matrix.ts';
import { table } from '../../training/report.ts';
import { namedWeights, readModelFile, roundScores, writeModelFile } from '../../training/write-model.ts';
import { matrixOf } from './matrices.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-train-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const matrix = matrixOf(
  ['first', 'second:person'],
  [
    {
      rows: [
        [[0.5, 1], true, 6],
        [[0, -2], false],
      ],
    },
    { set: 'other', rows: [[[0.25, 0], false]] },
  ],
);

describe('the cache', () => {
  it('gives a matrix back as it was, and makes it once', async () => {
    const cache = openCache(join(folder, 'cache'));
    let made = 0;
    const make = async () => {
      made++;
      return toBlock(matrix);
    };
    await cache.block('news', 'a', make);
    const kept = fromBlock(await cache.block('news', 'a', make));
    expect(kept).toEqual(matrix);
    expect(made).toBe(1);
    await cache.block('news', 'b', make);
    expect(made).toBe(2);
  });

  it('knows code by what stands in it', () => {
    expect(sourceHash('text')).toBe(sourceHash('text'));
    expect(sourceHash('text')).not.toBe(sourceHash('search'));
    expect(keyOf('a', ['b'])).not.toBe(keyOf('a', 'b'));
  });
});

it('stackMatrices moves the rows of the later questions down', () => {
  const { questions, values, relevant, offsets } = stackMatrices([matrix, matrix]);
  expect(questions.map(({ from, to }) => [from, to])).toEqual([
    [0, 2],
    [2, 3],
    [3, 5],
    [5, 6],
  ]);
  expect([...values.subarray(6)]).toEqual([...values.subarray(0, 6)]);
  expect([...relevant]).toEqual([1, 0, 0, 1, 0, 0]);
  expect([...offsets]).toEqual([6, 0, 0, 6, 0, 0]);
});

it('a vector of the wrong length is named', () => {
  expect(() => matrixOf(['a', 'b'], [{ rows: [[[1], true]] }])).toThrow(
    'question 0: 1 values for 2 features',
  );
});

describe('the model file', () => {
  it('has readable weights without those that are nothing', () => {
    expect(namedWeights(['a', 'b', 'c', 'd'], [1.23456, 0, -0.00001, -2])).toEqual({ a: 1.2346, d: -2 });
    expect(Object.entries(roundScores({ b: 0.123456, a: 1 }))).toEqual([
      ['a', 1],
      ['b', 0.1235],
    ]);
  });

  it('is written whole and keeps what is not trained again, even of another version', () => {
    const path = join(folder, 'model.json');
    writeFileSync(path, JSON.stringify({ candidates: { gone: 1 }, confidence: { weights: 'broken' } }));
    const model = readModelFile(path);
    const corpus = { common: { a: 2 }, byTrait: { articles: {}, length: { b: 1 }, dated: {} } };
    expect(model.candidates).toEqual({ gone: 1 });
    writeModelFile(path, { ...model, corpus });
    expect(readModelFile(path)).toMatchObject({ corpus, candidates: { gone: 1 } });
    expect(readFileSync(path, 'utf8').endsWith('}\n')).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([undefined, 'nowhere.json'])('starts empty from %s', (path) => {
    expect(readModelFile(path)).toMatchObject({ corpus: { common: {} }, candidates: {} });
  });
});

describe('the data', () => {
  const write = (place: string, name: string, lines: readonly unknown[]): string => {
    const data = mkdtempSync(join(folder, 'data-'));
    openCache(join(data, place));
    writeFileSync(join(data, place, name), lines.map((line) => JSON.stringify(line)).join('\n'));
    return data;
  };
  const question = {
    id: '20250103_4',
    asked: '2025-01-02',
    question: 'Who?',
    answers: ['Ann'],
    answerable: true,
  };

  it('keeps questions of one week together', async () => {
    const data = write('news', 'questions-2025.jsonl', [question]);
    expect(await readNewsQuestions(data, '2025')).toEqual([{ ...question, year: '2025', week: '20250103' }]);
  });

  it('names the line that does not fit', async () => {
    const data = write('selection', 'mine.jsonl', [
      { id: '1', question: 'Who?', candidates: ['Ann.'], relevant: [-1] },
    ]);
    await expect(readSelectionSet(data, 'mine')).rejects.toThrow(/mine\.jsonl:1: relevant/);
  });
});

it('table lines its columns up', () => {
  expect(
    table(
      ['by', 'hit@1'],
      [
        ['news 2022', 0.25],
        ['all', 7],
      ],
    ),
  ).toBe(
    ['| by        | hit@1 |', '|-----------|------:|', '| news 2022 | 0.250 |', '| all       |     7 |'].join(
      '\n',
    ),
  );
});
