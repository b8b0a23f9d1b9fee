import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withFrontMatter } from '../../../../src/corpus/keep/writing/front-matter-text.ts';
import { parseFrontMatter } from '../../../../src/corpus/metadata/front-matter.ts';
import type { Metadata } from '../../../../src/corpus/reading/draft.ts';

const BODY = 'The harbour was closed on Monday.\n\n--- not a fence\n---\nA last line: the end.';

describe('withFrontMatter', () => {
  test('writes what is known, a key a line', () => {
    const metadata: Metadata = {
      title: 'Storm: the pier "gives way"',
      publisher: 'No',
      authors: ['Vane, I.', 'A. Quill'],
      published: '2021-08-02',
      url: 'https://harbour.example/a#b',
      tags: [],
    };
    expect(withFrontMatter('Body.', metadata)).toBe(
      `---\ntitle: 'Storm: the pier "gives way"'\npublisher: No\nauthors:\n  - Vane, I.\n  - A. Quill\npublished: 2021-08-02\nurl: https://harbour.example/a#b\n---\nBody.`,
    );
  });

  test('keeps comments and keys that are not ours', () => {
    const source = '---\n# by hand\ntitle: Old\nlicence: CC0\npublished: 2020-01-01\n---\nBody.';
    const revised = withFrontMatter(source, { title: 'New', authors: [], tags: [] });
    expect(revised).toBe('---\n# by hand\ntitle: New\nlicence: CC0\n---\nBody.');
  });

  test.each([
    ['no block', BODY],
    ['a block', `---\ntitle: Old\n---\n${BODY}`],
    ['an empty block', `---\n---\n${BODY}`],
    ['a block that is no YAML', `---\ntitle: [\n---\n${BODY}`],
    ['a block of one text', `---\njust text\n---\n${BODY}`],
    ['a block with aliases', `---\ntitle: &a x\npublisher: *a\n---\n${BODY}`],
    ['Windows line ends', `---\r\ntitle: Old\r\n---\r\n${BODY.replaceAll('\n', '\r\n')}`],
    ['a byte order mark', `\uFEFF---\ntitle: Old\n---\n${BODY}`],
  ])('the body of a text with %s stays to the last character', (_, source) => {
    const before = parseFrontMatter(source, 'a.md').body;
    const { body, metadata, problems } = parseFrontMatter(
      withFrontMatter(source, { title: 'New', authors: ['I. Vane'], tags: [] }),
      'a.md',
    );
    expect(body).toBe(before);
    expect(metadata).toEqual({ title: 'New', authors: ['I. Vane'], tags: [] });
    expect(problems).toEqual([]);
  });

  test('is read back equal, whatever is in it', () => {
    const line = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.constantFrom(
          '---',
          '...',
          'null',
          'yes',
          '~',
          '1e3',
          '0x1f',
          '2021-08-02',
          '!!js x',
          '&a',
          '*a',
          '%YAML 1.1',
          '- x',
          '? y',
          '"',
          "'",
          '# c',
          '{a: b}',
          '[x',
          '|',
          '>',
          'a: b',
          'key:',
          '\u0085',
          '\u2028',
        ),
        fc.string({ unit: 'binary', maxLength: 40 }),
      )
      .map((text) =>
        text
          .toWellFormed()
          .replace(/[\p{Cc}\s]+/gu, ' ')
          .trim(),
      );
    const names = fc.array(
      line.filter((name) => name !== ''),
      { maxLength: 3 },
    );
    const metadata = fc.record({
      title: line.filter((title) => title !== ''),
      publisher: line.filter((publisher) => publisher !== ''),
      authors: names,
      tags: names,
      url: fc.webUrl(),
      published: fc.constantFrom('2021-08-02' as const, '1999-12-31' as const),
    });
    const sources = fc.oneof(
      fc.string(),
      fc.string().map((text) => `---\n${text}\n---\n${text}`),
      fc.constant(`---\ntitle: x\nother: 1\n---\nbody`),
    );
    fc.assert(
      fc.property(metadata, sources, (wanted, source) => {
        const { body } = parseFrontMatter(source, 'a.md');
        const read = parseFrontMatter(withFrontMatter(source, wanted), 'a.md');
        expect(read.metadata).toEqual(wanted);
        expect(read.body).toBe(body.replace(/^\uFEFF/, ''));
      }),
      { numRuns: 400 },
    );
  });
});
