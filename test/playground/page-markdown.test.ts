import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeUrl } from '../../src/playground/page/text/links.js';
import { parseMarkdown } from '../../src/playground/page/text/markdown.js';
import { parseInline } from '../../src/playground/page/text/markdown-inline.js';

type Block = ReturnType<typeof parseMarkdown>[number];
type Inline = ReturnType<typeof parseInline>[number];

/** A tree in one line, so that a table of examples can be read: `strong(a em(b))`. */
function show(node: Block | Inline): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'break':
      return '⏎';
    case 'code':
      return `code(${node.text})`;
    case 'link':
      return `link<${node.href}>(${node.children.map(show).join('')})`;
    case 'mention':
      return `@${node.kind}:${node.id || node.name}`;
    case 'emoji':
      return `:${node.name}:`;
    case 'time':
      return `time(${node.seconds} ${node.style})`;
    case 'codeblock':
      return `codeblock<${node.language}>(${node.text})`;
    case 'heading':
      return `h${node.level}(${node.children.map(show).join('')})`;
    case 'list': {
      const items = node.items.map((item) => item.map(show).join(' ')).join(', ');
      return node.ordered ? `ol<${node.start}>(${items})` : `ul(${items})`;
    }
    case 'paragraph':
      return `p(${node.children.map(show).join('')})`;
    default:
      return `${node.type}(${node.children.map((child) => show(child)).join(node.type === 'quote' ? ' ' : '')})`;
  }
}

const inline = (text: string) => parseInline(text).map(show).join('');
const blocks = (text: string) => parseMarkdown(text).map(show).join(' | ');

describe('marks inside a line', () => {
  it.each([
    ['plain words', 'plain words'],
    ['**bold** and *em*', 'strong(bold) and em(em)'],
    ['_em_ and __under__', 'em(em) and underline(under)'],
    ['~~gone~~ ||secret||', 'strike(gone) spoiler(secret)'],
    ['***both***', 'strong(em(both))'],
    ['**a *b* c**', 'strong(a em(b) c)'],
    ['**a *b***', 'strong(a em(b))'],
    ['*a **b** c*', 'em(a strong(b) c)'],
    ['__*x*__', 'underline(em(x))'],
    ['a\nb', 'a⏎b'],
    // What is not closed, or not opened, stays as it was typed.
    ['**open', '**open'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['a**b', 'a**b'],
    ['****', '****'],
    ['\\*not em\\*', '*not em*'],
    ['\\\\ and \\n', '\\ and \\n'],
    ['**a\\** b**', 'strong(a** b)'],
  ])('%j', (text, tree) => expect(inline(text)).toBe(tree));
});

describe('code keeps what is in it', () => {
  it.each([
    ['`**x**`', 'code(**x**)'],
    ['``a ` b``', 'code(a ` b)'],
    ['`open', '`open'],
    ['**a `**` b**', 'strong(a code(**) b)'],
  ])('%j', (text, tree) => expect(inline(text)).toBe(tree));
});

describe('links lead to http(s) only', () => {
  it.each([
    ['[a](https://x.org/y)', 'link<https://x.org/y>(a)'],
    ['[**a**](<https://x.org>)', 'link<https://x.org/>(strong(a))'],
    ['[a](https://x.org "title")', 'link<https://x.org/>(a)'],
    ['[a](https://x.org/A_(b))', 'link<https://x.org/A_(b)>(a)'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    ['[a](data:text/html,x)', '[a](data:text/html,x)'],
    ['[a](//x.org)', '[a](//x.org)'],
    // A label that is an address could lie about where it leads: all of it is shown as it was sent.
    ['[https://a.org](https://b.org)', '[https://a.org](https://b.org)'],
    ['[see a.org](https://b.org)', '[see a.org](https://b.org)'],
    ['[a.org](https://www.a.org/b)', 'link<https://www.a.org/b>(a.org)'],
    // Emoji, also by their names, and mentions do the same.
    ['[won 🏆](https://b.org)', '[won 🏆](https://b.org)'],
    ['[a :b: c](https://b.org)', '[a :b: c](https://b.org)'],
    ['[for <@1>](https://b.org)', '[for <@1>](https://b.org)'],
    // No backslash takes a meaning away inside the words: it is shown.
    ['[9\\:30 \\| The Paper](https://b.org)', 'link<https://b.org/>(9\\:30 \\| The Paper)'],
    ['[\\*a\\*](https://b.org)', 'link<https://b.org/>(\\em(a\\))'],
    ['[a [b] c](https://b.org)', 'link<https://b.org/>(a [b] c)'],
    ['[a \\[b c](https://b.org)', '[a [b c](link<https://b.org/>(https://b.org))'],
    ['see https://x.org/a_b_c.', 'see link<https://x.org/a_b_c>(https://x.org/a_b_c).'],
    ['(https://x.org/a)', '(link<https://x.org/a>(https://x.org/a))'],
    ['<https://x.org>', 'link<https://x.org/>(https://x.org)'],
    ['[1] not a link', '[1] not a link'],
    ['\\[a](https://x.org)', '[a](link<https://x.org/>(https://x.org))'],
  ])('%j', (text, tree) => expect(inline(text)).toBe(tree));

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    'data:x',
    'http:',
    'https://',
    '/a',
    '',
  ])('refuses %j', (url) => expect(safeUrl(url)).toBeUndefined());
});

describe('mentions, emoji and times', () => {
  it.each([
    ['<@1> <@!2> <@&3> <#4>', '@user:1 @user:2 @role:3 @channel:4'],
    ['</ask:5> @everyone @here', '@command:5 @everyone:everyone @everyone:here'],
    ['<:smile:6> <a:dance:7>', ':smile: :dance:'],
    ['<t:0> <t:10:R>', 'time(0 f) time(10 R)'],
    ['<b>html</b>', '<b>html</b>'],
    ['a@everyoneelse', 'a@everyoneelse'],
  ])('%j', (text, tree) => expect(inline(text)).toBe(tree));
});

describe('blocks', () => {
  it.each([
    ['', ''],
    ['**a*', 'p(*em(a))'],
    ['a\nb', 'p(a⏎b)'],
    ['# One\n## Two\n### Three', 'h1(One) | h2(Two) | h3(Three)'],
    ['#tag', 'p(#tag)'],
    ['#### four', 'p(#### four)'],
    ['-# small **print**', 'subtext(small strong(print))'],
    ['> a\n> b\nc', 'quote(p(a⏎b)) | p(c)'],
    ['>not a quote', 'p(>not a quote)'],
    ['> ## T\n> x', 'quote(h2(T) p(x))'],
    ['a\n>>> b\nc', 'p(a) | quote(p(b⏎c))'],
    ['\\> a', 'p(> a)'],
    ['\\# a', 'p(# a)'],
    ['\\-# a', 'p(-# a)'],
    ['- a\n- b', 'ul(p(a), p(b))'],
    ['* a\n  - b\n* c', 'ul(p(a) ul(p(b)), p(c))'],
    ['3. a\n4. b', 'ol<3>(p(a), p(b))'],
    ['- a\n1. b', 'ul(p(a)) | ol<1>(p(b))'],
    ['2021 was', 'p(2021 was)'],
    ['```js\nx\n```', 'codeblock<js>(x)'],
    ['```x```', 'codeblock<>(x)'],
    ['a ```x``` b', 'p(a ) | codeblock<>(x) | p( b)'],
    ['```\n> no quote\n# no heading\n```', 'codeblock<>(> no quote\n# no heading)'],
    ['> ```x```', 'quote(codeblock<>(x))'],
    ['```\n```', 'p(code(\n))'],
    ['a\r\nb', 'p(a⏎b)'],
  ])('%j', (text, tree) => expect(blocks(text)).toBe(tree));
});

/** Every piece of text that would be shown. */
function words(node: Block | Inline): string {
  if (node.type === 'list') return node.items.flat().map(words).join('');
  if ('children' in node) return node.children.map((child) => words(child)).join('');
  return 'text' in node ? node.text : '';
}

describe('any text at all', () => {
  const text = fc.string({ unit: fc.constantFrom(...'*_~|`<>[]()\\#-@: \nab1hts/.'), maxLength: 300 });

  it('is read without a failure, and every link is http(s)', () => {
    fc.assert(
      fc.property(text, (input) => {
        const tree = JSON.stringify(parseMarkdown(input));
        for (const [, href] of tree.matchAll(/"href":"([^"]*)"/g)) expect(href).toMatch(/^https?:\/\//);
      }),
    );
  });

  it('keeps its letters and digits, apart from ids, languages and addresses', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'*_~|\\> \nabc'), maxLength: 200 });
    fc.assert(
      fc.property(letters, (input) => {
        const shown = parseMarkdown(input).map(words).join('');
        expect(shown.replace(/[^abc]/g, '')).toBe(input.replace(/[^abc]/g, ''));
      }),
    );
  });

  it('of four thousand signs is read at once', () => {
    for (const sign of ['*', '**a', '_', '[', '`', '~~', '||', '<', '(', '* ', '*_', '[a](', '``` ']) {
      const begun = performance.now();
      parseMarkdown(sign.repeat(4000 / sign.length));
      expect(performance.now() - begun, JSON.stringify(sign)).toBeLessThan(1000);
    }
  });
});
