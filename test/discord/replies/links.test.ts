import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originMarkdown, titleMarkdown } from '../../../src/discord/quoting/source-line.ts';
import { oneLine } from '../../../src/discord/replies/fit-text.ts';
import { linkAddress, linkedTitle } from '../../../src/discord/replies/links.ts';
import { makeArticle } from '../articles.ts';
import { visible, withoutDirection } from '../discord-markdown.ts';
import { EN } from '../words/all.ts';

const ADDRESS = 'https://www.paper.example/a';

describe('linkedTitle', () => {
  it.each([
    ['a title', '[a title](A)'],
    // Nothing of this means anything to Discord, so it needs no backslash.
    [
      'Storm at 9:30 | The Paper: what we know (so far)',
      '[Storm at 9:30 | The Paper: what we know (so far)](A)',
    ],
    ['# 5 - 1. #tag', '[# 5 - 1. #tag](A)'],
    // A backslash would be seen inside the words: these stand beside their link.
    [
      'Storm at 9:30 | The Paper [Updated]',
      'Storm at 9\\:30 \\| The Paper \\[Updated\\] · [paper.example](A)',
    ],
    ['*starred* snake_case', '\\*starred\\* snake\\_case · [paper.example](A)'],
    ['a \\ b', 'a \\\\ b · [paper.example](A)'],
    ['a || b', 'a \\|\\| b · [paper.example](A)'],
    ['Cup won 🏆', 'Cup won 🏆 · [paper.example](A)'],
    ['Trademark™', 'Trademark™ · [paper.example](A)'],
    ['at 10:30:15', 'at 10\\:30\\:15 · [paper.example](A)'],
    ['see https://b.example/x', 'see https\\://b.example/x · [paper.example](A)'],
    ['Shares of Shop.example fall', 'Shares of Shop.example fall · [paper.example](A)'],
    ['@everyone <@1>', '\\@everyone \\<\\@1\\> · [paper.example](A)'],
    // Written from right to left, it keeps to itself.
    ['عودة الجسر القديم', '[\u2068عودة الجسر القديم\u2069](A)'],
    ['גשר [חדש]', '\u2068גשר \\[חדש\\]\u2069 · [paper.example](A)'],
    ['turned \u202Ednuora\u202C here', '[turned dnuora here](A)'],
  ])('%j → %j', (title, markdown) => {
    expect(linkedTitle(title, ADDRESS, 512, 'link')).toBe(markdown.replace('(A)', `(${ADDRESS})`));
  });

  it.each([
    ['https://a.example/b_(c) d', '[x](https://a.example/b%5F%28c%29%20d)'],
    [undefined, 'x'],
    ['a.example', 'x'],
    ['javascript:alert(1)', 'x'],
    ['https://good.example@evil.example/', 'x'],
    [`https://a.example/${'x'.repeat(600)}`, 'x'],
    ['http://[::1]/', 'x'],
  ])('to %j: %s', (url, markdown) => {
    expect(linkedTitle('x', url, 512, 'link')).toBe(markdown);
  });

  it('names no host that would not be shown as it is', () => {
    expect(linkedTitle('[x]', 'https://my_site.example/', 512, 'link')).toBe(
      '\\[x\\] · [link](https://my%5Fsite.example/)',
    );
  });
});

/** Titles as the web has them, and worse. */
const piece = fc.oneof(
  fc.lorem({ mode: 'words', maxCount: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'*_~`|\\[]()<>@#:.-!/&“” '), maxLength: 12 }),
  fc.constantFrom(
    ' | The Paper',
    ' [Updated]',
    '🏆',
    '👩‍👩‍👧',
    '🇸🇾',
    '1️⃣',
    ':smile:',
    '<:x:1>',
    'https://x.example/a_b',
    'www.x.example',
    'news@x.example',
    '[a](https://b.example)',
    '](https://b.example)',
    '**bold**',
    'عودة الجسر',
    'הגשר (הישן)',
    '\u202Eturned',
    '\u2067fenced\u2069',
    '\n> quote\n# heading',
  ),
);
const title = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  piece.map((part) => `${part} `.repeat(Math.ceil(2000 / (part.length + 1))).slice(0, 2000)),
);
const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  fc.constantFrom('https://xn--mgbh0fb.example/', 'http://my_site.example/'),
);

describe('every title', () => {
  it('is seen as it is, whatever it holds, beside its way to the article', () => {
    fc.assert(
      fc.property(title.map(oneLine), url, (words, address) => {
        const markdown = linkedTitle(words, address, 2000, 'link');
        const shown = withoutDirection(visible(markdown));
        const wanted = words.toWellFormed().replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
        const host = new URL(address).hostname.replace(/^www\./, '');
        const beside = ` · ${/^[a-z0-9.-]{1,60}$/.test(host) ? host : 'link'}`;
        expect([wanted, `${wanted}${wanted.trim() === '' ? '' : beside}`]).toContain(shown);
        if (wanted.trim() !== '') expect(markdown).toContain(`](${linkAddress(address, 2000) ?? ''})`);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the direction of its line to itself', () => {
    fc.assert(
      fc.property(title, title, title, (words, publisher, author) => {
        const article = makeArticle({ title: words, publisher, authors: [author], url: ADDRESS });
        const size = { title: 2000, url: 2000, names: 2000 };
        for (const markdown of [titleMarkdown(article, size, EN), originMarkdown(article, size, EN)]) {
          let depth = 0;
          for (const character of markdown) {
            if (character === '\u2068') depth++;
            if (character === '\u2069') depth--;
            expect(depth === 0 || depth === 1).toBe(true);
            if (depth === 0) expect(character).not.toMatch(/[\u0590-\u08FF]/u);
          }
          expect(depth).toBe(0);
          expect(markdown).not.toMatch(/[\u202A-\u202E\u2066\u2067]/);
        }
      }),
    );
  });
});

describe('linkAddress', () => {
  it('leads to the same place, whatever the address holds', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const safe = linkAddress(address, 10_000) ?? '';
        expect(safe).not.toMatch(/[()<>\s\\*_~|`[\]]/);
        expect(decodeURI(new URL(safe).pathname)).toBe(decodeURI(new URL(address).pathname));
      }),
    );
  });
});

describe('originMarkdown', () => {
  it('isolates each name that is written from right to left', () => {
    const article = makeArticle({
      publisher: 'العربي الجديد',
      authors: ['I. Vane', 'دينا حداد'],
      published: '2021-08-05',
    });
    expect(originMarkdown(article, { title: 99, url: 99, names: 99 }, EN)).toBe(
      '\u2068العربي الجديد\u2069 · I. Vane, \u2068دينا حداد\u2069 · 5 August 2021',
    );
  });
});
