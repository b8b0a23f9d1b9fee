import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockQuote, bold, escapeMarkdown } from '../../../src/discord/replies/escape-markdown.ts';
import { activeMarkdown } from '../discord-markdown.ts';

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
    ['\u202Eturned\u202C and \u2067fenced\u2069', 'turned and fenced'],
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
