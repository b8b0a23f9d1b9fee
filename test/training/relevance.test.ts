import { describe, expect, it } from 'vitest';
import { answerTest, holdsPattern, isDistinctive, normalize, sharesWords } from '../../training/relevance.ts';

describe('normalize', () => {
  it.each([
    ['“Squid Game”', 'squid game'],
    ['Beyoncé’s  65%', 'beyonce s 65'],
    ['…', ''],
  ])('%s → "%s"', (written, plain) => {
    expect(normalize(written)).toBe(plain);
  });
});

describe('answerTest', () => {
  it.each([
    ['the words stand there', ['Squid Game'], 'Netflix renewed “Squid Game” for a second season.', true],
    ['other marks between them', ['Mar-a-Lago'], 'Agents searched Mar a Lago.', true],
    ['inside another word only', ['US'], 'The bus was late.', false],
    ['one of several', ['UK', 'Britain'], 'Britain left.', true],
    ['an answer of marks alone is in nothing', ['…'], 'Well…', false],
    ['no answers', [], 'Anything.', false],
  ])('%s', (_, answers, sentence, expected) => {
    expect(answerTest(answers)(sentence)).toBe(expected);
  });
});

describe('isDistinctive', () => {
  it.each([
    ['Squid Game', true],
    ['US', false],
    ['three', false],
    ['1,200', false],
    ['FBI', false],
    ['Iran', true],
  ])('%s: %s', (answer, expected) => {
    expect(isDistinctive(answer)).toBe(expected);
  });
});

describe('long answers and patterns', () => {
  const long = 'the mill was built of brick by Ada Quill in the spring';

  it.each([
    ['the mill was built of red brick by Ada Quill that spring', true],
    ['the mill was old', false],
    ['Ada Quill', false],
  ])('%s shares most words: %s', (sentence, shares) => {
    expect(sharesWords(sentence, [long])).toBe(shares);
  });

  it.each([
    ['Press **Ctrl + Q**.', ['ctrl + q'], true],
    ['Press Ctrl + Alt + Q.', ['/ctrl .{0,8}q/'], true],
    ['It’s on.', ["it's on"], true],
    ['[[en/Pier|The pier]] and [[Ferry]]', ['the pier and ferry'], true],
    ['See [the fares](https://ferry.example/fares).', ['see the fares.'], true],
    ['Press nothing.', ['ctrl', '/alt/'], false],
  ])('%s holds one of %j: %s', (text, answers, holds) => {
    expect(holdsPattern(answers)(text)).toBe(holds);
  });
});
