import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockQuote, bold, escapeMarkdown, linkAddress, maskedLink } from '../../src/discord/markdown.ts';
import { activeMarkdown } from './discord-markdown.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['plain words, 3.5 % (of them)', 'plain words, 3.5 % (of them)'],
    [
      '*bold* _it_ ~~no~~ `code` ||spoiler||',
      '\\*bold\\* \\_it\\_ \\~\\~no\\~\\~ \\`code\\` \\|\\|spoiler\\|\\|',
    ],
    ['# heading', '\\# heading'],
    ['say # 5', 'say # 5'],
    ['-# subtext', '\\-# subtext'],
    ['> quote', '\\> quote'],
    ['- item\n  + item', '\\- item\n  \\+ item'],
    ['1. first\n12) twelfth', '1\\. first\n12\\) twelfth'],
    ['[a](https://b.example)', '\\[a\\](https\\://b.example)'],
    ['@everyone <@123> <#4> <t:5:R>', '\\@everyone \\<\\@123\\> \\<#4\\> \\<t\\:5\\:R\\>'],
    [':smile: at 10:30: he said', '\\:smile: at 10\\:30: he said'],
    ['a\\b', 'a\\\\b'],
    ['half \uD83D of a pair', 'half \uFFFD of a pair'],
  ])('%j → %j', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it('shows every text as it is, and leaves nothing that Discord acts on', () => {
    const pieces = [
      '*',
      '_',
      '~',
      '`',
      '|',
      '\\',
      '#',
      '>',
      '-',
      '1.',
      '[',
      ']',
      '(',
      ')',
      '<',
      '@everyone',
      ':',
      '\n',
      ' ',
      'a',
      '😀',
      'é',
      'https://x.example',
      '/',
    ];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 5 })))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (source) => {
        const markdown = escapeMarkdown(source);
        expect(markdown.replace(/\\([^0-9A-Za-z\s])/gu, '$1')).toBe(source.toWellFormed());
        expect(activeMarkdown(markdown)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('bold and block quotes', () => {
  it('go line by line', () => {
    expect(blockQuote(`a ${bold('b \nc')}\n\nd`)).toBe('> a **b** \n> **c**\n> \n> d');
    expect(bold(' ')).toBe(' ');
  });
});

describe('maskedLink', () => {
  it.each([
    ['a title', 'https://a.example/x', '[a title](https://a.example/x)'],
    ['[a] *title*', 'https://a.example/', '[\\[a\\] \\*title\\*](https://a.example/)'],
    ['brackets', 'https://a.example/b_(c) d', '[brackets](https://a.example/b%5F%28c%29%20d)'],
    ['no address', undefined, 'no address'],
    ['not an address', 'a.example', 'not an address'],
    ['not for the web', 'javascript:alert(1)', 'not for the web'],
    ['a name in front', 'https://good.example@evil.example/', 'a name in front'],
    ['too long', `https://a.example/${'x'.repeat(600)}`, 'too long'],
    ['see https://b.example', 'https://a.example/', 'see https\\://b.example (<https://a.example/>)'],
  ])('%j to %j', (title, url, markdown) => {
    expect(maskedLink(title, url, 512)).toBe(markdown);
  });

  it('leads to the same place, whatever the address holds', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const address = linkAddress(url, 10_000) ?? '';
        expect(address).not.toMatch(/[()<>\s\\*_~|`[\]]/);
        expect(decodeURI(new URL(address).pathname)).toBe(decodeURI(new URL(url).pathname));
      }),
    );
  });
});
