import { describe, expect, test } from 'vitest';
import { personNames } from '../../../../src/corpus/formats/html/metadata/authors.ts';
import { parseLooseJson } from '../../../../src/corpus/formats/html/metadata/loose-json.ts';
import { titlesAgree, withoutSite } from '../../../../src/corpus/formats/html/metadata/titles.ts';

describe('names of people', () => {
  test.each<[string, string[], string[]]>([
    ['as they are', ['Ada Quill', 'Tom Hallam'], ['Ada Quill', 'Tom Hallam']],
    ['without "By"', ['By Ada Quill'], ['Ada Quill']],
    ['several in one text', ['Ada Quill, Tom Hallam and Pia Holt'], ['Ada Quill', 'Tom Hallam', 'Pia Holt']],
    [
      'without their office',
      ['Ada Quill, Senior Reporter', 'Tom Hallam | Wenn Gazette Staff'],
      ['Ada Quill', 'Tom Hallam'],
    ],
    ['as in an index', ['Quill, Ada B.'], ['Ada B. Quill']],
    [
      'out of a mail address',
      ['ada@wenn.example (Ada Quill)', 'Tom Hallam <tom@wenn.example>'],
      ['Ada Quill', 'Tom Hallam'],
    ],
    ['with a generation', ['Sam Rook, Jr.'], ['Sam Rook, Jr.']],
    ['no addresses', ['https://wenn.example/ada', '/authors/ada', '@ada', 'ada@wenn.example'], []],
    ['no days', ['3 March 2021', 'on March 3, 2021'], []],
    ['no accounts', ['admin', 'ada.quill', 'webmaster'], []],
    ['no organisations', ['Wenn News Desk', 'Associated Press', 'Ministry of Locks'], []],
    ['not the publisher', ['Wenn Gazette', 'Wenn Gazette Weekly'], []],
  ])('%s', (_, stated, names) => {
    expect(personNames(stated, 'Wenn Gazette')).toEqual(names);
  });
});

describe('JSON as pages carry it', () => {
  test.each<[string, string, unknown]>([
    ['with a semicolon behind it', '{"a": 1};', { a: 1 }],
    ['with commas too many', '{"a": [1, 2,], "b": 3,}', { a: [1, 2], b: 3 }],
    ['with line breaks in a text', '{"a": "one\ntwo"}', { a: 'one two' }],
    ['with escapes of scripts', '{"a": "Ada\\\'s"}', { a: "Ada's" }],
    ['with a comma in a text', '{"a": "1,}"}', { a: '1,}' }],
    ['in CDATA', '//<![CDATA[\n{"a": 1}\n//]]>', { a: 1 }],
    ['in a comment', '<!-- {"a": 1} -->', { a: 1 }],
    ['that is none', '{ nope', undefined],
  ])('%s', (_, text, value) => {
    expect(parseLooseJson(text)).toEqual(value);
  });
});

describe('titles', () => {
  test.each([
    ['Ferry aground • Wenn Gazette', 'Ferry aground'],
    ['Ferry aground » North | Wenn Gazette', 'Ferry aground » North'],
    ['Wenn Gazette – Ferry aground', 'Ferry aground'],
    ['Sandbanks: a short guide', 'Sandbanks: a short guide'],
    ['Ferry aground - nobody hurt', 'Ferry aground - nobody hurt'],
  ])('%s without the site', (title, expected) => {
    expect(withoutSite(title, ['Wenn Gazette'])).toBe(expected);
  });

  test('the part that is the heading is the headline', () => {
    expect(withoutSite('Ferry aground | Wenn', [], ['Ferry aground'])).toBe('Ferry aground');
  });

  test.each([
    ['Ferry aground', 'Ferry aground off Port Wenn', true],
    ['Ferry runs aground off Port Wenn', 'Ferry aground off Port Wenn', true],
    ['Storm of the year', 'Ferry aground off Port Wenn', false],
    ['', 'Ferry', false],
  ])('%j and %j agree: %s', (one, other, expected) => {
    expect(titlesAgree(one, other)).toBe(expected);
  });
});
