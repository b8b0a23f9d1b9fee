import { describe, expect, test } from 'vitest';
import { type AnswerType, nounClass } from '../../../src/answer/question/answer-types.ts';

describe('nounClass', () => {
  test.each<[string, AnswerType | undefined]>([
    ['president', 'person'],
    ['people', 'person'],
    ['country', 'place'],
    ['countries', 'place'],
    ['Cities', 'place'],
    ['company', 'organisation'],
    ['companies', 'organisation'],
    ['agencies', 'organisation'],
    ['year', 'date'],
    ['decades', 'date'],
    ['percentage', 'percent'],
    ['share', 'percent'],
    ['price', 'money'],
    ['number', 'number'],
    ['reasons', 'reason'],
    ['film', 'title'],
    ['churches', 'organisation'],
    ['philanthropist', 'person'],
    ['congresswomen', 'person'],
    ['superstar', 'person'],
    ['waist', undefined],
    ['playlist', undefined],
    ['idea', undefined],
    ['', undefined],
  ])('%s → %s', (noun, type) => {
    expect(nounClass(noun)).toBe(type);
  });
});
