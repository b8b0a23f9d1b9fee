import { describe, expect, test } from 'vitest';
import { scoreCandidates } from '../../../src/answer/ranking/score-candidates.ts';
import { rankFile } from '../../../src/terminal/commands/rank-command.ts';
import { tools } from '../../answer/stage.ts';
import { fileOf, jsonLines, parseLines, stringIo } from '../stage.ts';

const QUESTION = 'When was the old bridge of Osterby built?';
const CANDIDATES = [
  'Boats passed on Monday.',
  'The old bridge of Osterby was built in 1842.',
  'The bridge is wide.',
  '',
  '🎉 東京',
];

describe('scoreCandidates', () => {
  const scores = scoreCandidates(QUESTION, CANDIDATES, tools);

  test('gives a number to each, in their order, the highest to the one that answers', () => {
    expect(scores).toHaveLength(CANDIDATES.length);
    expect(scores.every(Number.isFinite)).toBe(true);
    expect(scores.indexOf(Math.max(...scores))).toBe(1);
  });

  test.each([
    ['no candidates', QUESTION, [], 0],
    ['one', QUESTION, ['It rained.'], 1],
    ['an empty question', '', CANDIDATES, CANDIDATES.length],
    ['the same twice', QUESTION, ['It rained.', 'It rained.'], 2],
  ])('%s', (_, question, candidates, count) => {
    const found = scoreCandidates(question, candidates, tools);
    expect(found).toHaveLength(count);
    expect(found.every(Number.isFinite)).toBe(true);
  });
});

describe('rankFile', () => {
  test('prints the scores of each line with its id', async () => {
    const io = stringIo();
    const line = { id: 'r1', question: QUESTION, candidates: CANDIDATES };
    await rankFile(fileOf('r.jsonl', jsonLines(line, { ...line, id: 7, candidates: [] })), tools, io);
    expect(parseLines(io.printed())).toEqual([
      { id: 'r1', scores: scoreCandidates(QUESTION, CANDIDATES, tools) },
      { id: 7, scores: [] },
    ]);
  });

  test('names the line that lacks candidates', async () => {
    const path = fileOf('r.jsonl', jsonLines({ id: 1, question: QUESTION }));
    await expect(rankFile(path, tools, stringIo())).rejects.toThrow('r.jsonl:1: candidates');
  });
});
