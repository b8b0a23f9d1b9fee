import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { answerToText, describeSource } from '../../../src/terminal/printing/answer-text.ts';
import { articleOf } from '../../answer/stage.ts';
import { articleOf as drawnOf, passageIn } from '../../corpus/structured.ts';
import { ANSWER, EMPTY, passage, UNSURE } from '../answers.ts';
import { ARTICLES } from '../stage.ts';

describe('an answer for people', () => {
  test('quote, source, how sure, other passages', () => {
    expect(answerToText(ANSWER, { colour: false })).toBe(
      [
        '“Ada Quill, the mayor of Osterby, reopened the old bridge on Monday.”',
        '  — The old bridge reopens · The Harbour Post · 2021-08-05 · https://harbour.example/bridge (also in 1 other article)',
        '  strong match',
        '',
        'Other passages:',
        '“The ferry between Osterby and Vellmark carried 380,000 passengers in 2020.”',
        '  — Ferry fares rise',
        '',
      ].join('\n'),
    );
  });

  test('a list with what leads it in, line by line, and the headings above it', () => {
    const article = drawnOf('## Leaving\nTo leave:\n1. Untie the boat.\n2. Push off.', { title: 'Boats' });
    const text = answerToText({ ...UNSURE, closest: [passageIn(article, 'Untie')] }, { colour: false });
    expect(text).toContain('“To leave:\n 1. Untie the boat.\n 2. Push off.”\n  — Boats › Leaving');
  });

  test('a weak match is a guess, and says so first; a label stands before its quote', () => {
    const [first] = ANSWER.passages;
    const labelled = { ...first, label: '2022' };
    const text = answerToText({ ...ANSWER, level: 'weak', passages: [labelled] }, { colour: false });
    expect(text.split('\n').slice(0, 2)).toEqual([
      'Perhaps:',
      '2022: “Ada Quill, the mayor of Osterby, reopened the old bridge on Monday.”',
    ]);
  });

  test('“no answer” says so first and calls the closest passages what they are', () => {
    const lines = answerToText(UNSURE, { colour: false }).split('\n');
    expect(lines[0]).toBe('Did you mean: who closed the Bridge');
    expect(lines).toContain('No answer in these articles.');
    expect(lines).toContain('The closest passages, which are no answer:');
    expect(lines).toContain('“The repairs of the bridge cost $4.5 million.”');
  });

  test('a question without words is told what to do', () => {
    expect(answerToText(EMPTY, { colour: false })).toBe(
      'There is no word in that to look for. Ask a question in words.\n',
    );
  });

  test('colours add codes and change no letter', () => {
    const coloured = answerToText(ANSWER, { colour: true });
    expect(coloured).not.toBe(answerToText(ANSWER, { colour: false }));
    expect(stripVTControlCharacters(coloured)).toBe(answerToText(ANSWER, { colour: false }));
    // The answering words stand between codes of their own.
    const at = coloured.indexOf('Ada Quill');
    expect(coloured.charAt(at - 1)).toBe('m');
    expect(coloured.charAt(at + 'Ada Quill'.length)).toBe('\u001b');
  });

  test('a quote over two paragraphs is shown in one line', () => {
    const article = articleOf({ text: 'Ada Quill spoke.\n\nShe left.' });
    const quote = passage(article, article.text, 'She left');
    const text = answerToText({ ...ANSWER, passages: [quote] }, { colour: false });
    expect(text).toContain('“Ada Quill spoke. She left.”');
  });

  test('control characters of an article do not reach the terminal', () => {
    const article = articleOf({ title: 'Red \u001b[31malert', text: 'Ada \u001b[2Jspoke.' });
    const text = answerToText({ ...ANSWER, passages: [passage(article, article.text)] }, { colour: false });
    expect(text).not.toContain('\u001b');
  });
});

describe('describeSource', () => {
  test.each([
    [ARTICLES[0], 'The old bridge reopens · The Harbour Post · 2021-08-05 · https://harbour.example/bridge'],
    [ARTICLES[1], 'Ferry fares rise'],
  ])('of %#', (article, expected) => {
    expect(describeSource(article)).toBe(expected);
  });
});
