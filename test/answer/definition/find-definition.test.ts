import { describe, expect, test } from 'vitest';
import { findDefinition } from '../../../src/answer/definition/find-definition.ts';
import { viewSentence } from '../../../src/answer/sentence/sentence-views.ts';
import { tools } from '../stage.ts';

const define = (sentence: string, name: string) => {
  const terms = tools.reader
    .read(name)
    .filter(({ stop }) => !stop)
    .map(({ term }) => term);
  return findDefinition(viewSentence(sentence, tools.reader), terms, tools.language.tag);
};

function definingWords(sentence: string, name: string): string | undefined {
  const found = define(sentence, name);
  return found && sentence.slice(...found.focus);
}

test.each([
  ['whose wife somebody is', 'The wife of Abel Oro spoke of bread.', 'Abel Oro'],
  ['what else is done behind it', 'Dorsa fell as the city burnt.', 'Dorsa'],
])('%s says nothing of the name itself', (_, sentence, name) => {
  expect(define(sentence, name)).toBeUndefined();
});

describe('a sentence that says who or what a name is', () => {
  test.each([
    [
      'an apposition behind the name',
      'Rami Al-Shaer, an advisor to the Russian foreign ministry, told Syria TV that it was ready.',
      'Rami Al-Shaer',
      'an advisor to the Russian foreign ministry',
    ],
    [
      'a role with its place before the whole name',
      'The special envoy to Veltia Ida Fenn spoke of peace.',
      'Ida Fenn',
      'The special envoy to Veltia',
    ],
    [
      'a kind some words behind',
      'They held out in the giant Dorsa steel mill for weeks.',
      'Dorsa',
      'steel mill',
    ],
    [
      'an office, not whose husband somebody is',
      'A man struck the husband of Council Speaker Nora Teal at home.',
      'Nora Teal',
      'Council Speaker',
    ],
    [
      'the same name written as one',
      'Rami Al-Shaer, an advisor to the Russian foreign ministry, told Syria TV that it was ready.',
      'alshaer',
      'an advisor to the Russian foreign ministry',
    ],
    [
      'an apposition at the end',
      'They recaptured Idlib, the last stronghold of the opposition.',
      'Idlib',
      'the last stronghold of the opposition',
    ],
    [
      'an apposition without an article',
      'Ada Quill, mayor of Vellmark, cut it.',
      'Ada Quill',
      'mayor of Vellmark',
    ],
    ['a relative clause', 'Ada Quill, who runs the port, left.', 'Ada Quill', 'who runs the port'],
    ['a copula', 'Vellmark is a harbour town in the north.', 'Vellmark', 'a harbour town in the north'],
    ['a copula in the past', 'Ada Quill was the first mayor; she left.', 'Quill', 'the first mayor'],
    [
      'a list behind a dash',
      'a division between the Astana guarantor nations – Iran, Russia, and Turkey and used every means',
      'Astana guarantors',
      'Iran, Russia, and Turkey',
    ],
    ['a title in front', 'Talks with US envoy James Jeffrey failed.', 'James Jeffrey', 'US envoy'],
    ['a role in front, behind a comma', 'The tycoon, Rami Makhlouf, left.', 'Rami Makhlouf', 'The tycoon'],
    [
      'a role in front of a quoted name',
      'He called the British website “Middle East Eye” biased.',
      'Middle East Eye',
      'the British website',
    ],
    ['brackets', 'Ada Quill (the mayor) left.', 'Ada Quill', 'the mayor'],
  ])('%s', (_, sentence, name, expected) => {
    expect(definingWords(sentence, name)).toBe(expected);
  });
});

describe('the defining words are those of the role alone', () => {
  test.each([
    [
      'not the verb before it',
      'criticism of the cousin of al-Assad, Rami Makhlouf, indicates disintegration.',
      'Rami Makhlouf',
      'the cousin of al-Assad',
    ],
    [
      'not the given name',
      'United States Special Envoy James Jeffrey left.',
      'Jeffrey',
      'United States Special Envoy',
    ],
    [
      'not the person beside',
      'talks between the US Secretary of State Mike Pompeo and Russian President Vladimir Putin went on.',
      'Vladimir Putin',
      'Russian President',
    ],
    [
      'not the speaker',
      'An adviser told The New Arab’s affiliate Syria TV so.',
      'Syria TV',
      'The New Arab’s affiliate',
    ],
    [
      'not the purpose',
      'two days after he called on him to save his company, “Syriatel”.',
      'Syriatel',
      'his company',
    ],
    [
      'not the conjunction',
      'And the British website “Middle East Eye” agreed.',
      'Middle East Eye',
      'the British website',
    ],
  ])('%s', (_, sentence, name, expected) => {
    expect(definingWords(sentence, name)).toBe(expected);
  });
});

describe('a sentence that merely mentions the name', () => {
  test.each([
    ['says nothing about it', 'Jeffrey said Makhlouf’s position reveals dirty laundry.', 'Makhlouf'],
    ['is about another name', 'James Jeffrey, an envoy, met Rami Makhlouf.', 'Makhlouf'],
    ['has half of the name', 'Rami Al-Shaer, an advisor, spoke.', 'Rami Makhlouf'],
    ['lacks the name', 'The envoy, an advisor, spoke.', 'Syriatel'],
    ['goes on with another clause', 'When they met Assad, the US had left.', 'Assad'],
    ['is a link to another article', 'FTX:Congress set to hold a hearing', 'FTX'],
    [
      'says who speaks for it',
      'Jason Tatum, a former spokesperson for the Oath Keepers, spoke.',
      'Oath Keepers',
    ],
  ])('%s', (_, sentence, name) => {
    const strength = define(sentence, name)?.strength ?? 0;
    expect(strength).toBe(0);
  });
});

test('an apposition says more than a title', () => {
  const apposition =
    define('Rami Al-Shaer, an advisor to the ministry, spoke.', 'Rami Al-Shaer')?.strength ?? 0;
  const title = define('They heard envoy James Jeffrey speak.', 'James Jeffrey')?.strength ?? 0;
  expect(apposition).toBeGreaterThan(title);
  expect(title).toBeGreaterThan(0);
});

describe('of two sentences the first says more', () => {
  test.each([
    [
      'the name is what it is about, against the word that the name hangs on',
      'monkeypox',
      'Monkeypox is a rare disease.',
      'Testing for monkeypox, a crucial part of the work, is slow.',
    ],
    [
      'a copula of the name, against one of the verb before it',
      'inflation',
      'Critics say that inflation is a tax on the poor.',
      'Another reason to adjust for inflation is the number of films.',
    ],
  ])('%s', (_, name, more, less) => {
    expect(define(more, name)?.strength).toBeGreaterThan(define(less, name)?.strength ?? 1);
  });
});
