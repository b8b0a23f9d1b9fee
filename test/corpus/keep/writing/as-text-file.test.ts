import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../src/corpus/article.ts';
import type { HeavyReader } from '../../../../src/corpus/formats/heavy-reader.ts';
import { readHtml } from '../../../../src/corpus/formats/html/read.ts';
import { readMarkdown } from '../../../../src/corpus/formats/markdown/read.ts';
import { loadHeavy } from '../../../../src/corpus/formats/parse.ts';
import { readWikitext } from '../../../../src/corpus/formats/wikitext/read.ts';
import { asTextFile } from '../../../../src/corpus/keep/writing/as-text-file.ts';
import { markdownBlocks } from '../../../../src/corpus/keep/writing/markdown-blocks.ts';
import { NO_METADATA } from '../../../../src/corpus/reading/draft.ts';
import { readBytes } from '../../../../src/corpus/reading/read-file.ts';

const heavy: Pick<HeavyReader, 'read'> = {
  read: async ({ format, bytes, path }) => (await loadHeavy(format))(bytes, path),
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const fold = (text: string) => text.replace(/[\s|]+/gu, ' ').trim();
const metadata = { ...NO_METADATA, title: 'Harbour rules' };

/** A source as it is read, and as it is read again when it has been kept. */
async function kept(source: string, read: typeof readHtml) {
  const [draft] = read(bytesOf(source), 'page').drafts;
  if (draft === undefined) throw new Error('nothing was read');
  const file = await asTextFile(draft, metadata, heavy);
  const [again] = (await readBytes(file.bytes, `kept${file.extension}`, heavy)).drafts;
  return { draft, file, again, source: new TextDecoder().decode(file.bytes) };
}

const MARKS =
  '* ** _ __ # ## > [ ] [[ ]] [x](y) ![z] ` ``` ~~ ~~~ | & &amp; < <b> </b> <!-- --> \\ \\\\ { {{ }} {% %} %% == === - -- --- + 1. 12) : ::: ! !!! ??? ^ ^id [^1] [^1]: [!note] [ ] [x] $ = https://a.example/x_y_z? {: .b} {#id} ==hi== **b** ~~s~~ %%x%% {{y}} {%z%} {:.c} [[a|b]] <i>i</i> &#33;';
const mark = fc.constantFrom(...MARKS.split(' '));
const word = fc.oneof(mark, fc.constantFrom('tide', 'Mill', 'rope.', '12', 'a'), fc.string({ maxLength: 4 }));
const line = fc
  .array(fc.tuple(word, fc.constantFrom('', ' ')), { minLength: 1, maxLength: 8 })
  .map((words) => words.flat().join(''))
  // Characters that no text has are replaced wherever they are read.
  .map((text) =>
    text
      .replace(/\p{Cc}/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
const lines = fc.array(line, { maxLength: 8 }).map((list) => list.filter((text) => text !== ''));

describe('the text that is kept is the text that was read', () => {
  test('paragraphs of any characters, as Markdown', () => {
    fc.assert(
      fc.property(lines, (paragraphs) => {
        let at = 0;
        const blocks = paragraphs.map((paragraph): Block => {
          const start = at;
          at += paragraph.length + 2;
          return { kind: 'paragraph', start, end: start + paragraph.length, context: [] };
        });
        const text = paragraphs.join('\n\n');
        const markdown = markdownBlocks(text, blocks);
        expect(readMarkdown(bytesOf(`---\n---\n${markdown}`), 'a.md').drafts[0]?.text ?? '').toBe(text);
      }),
      { numRuns: 1500 },
    );
  });

  test('pages of any blocks', async () => {
    const tag = fc.constantFrom(
      ...['p', 'h2', 'h3', 'li', 'ul', 'ol', 'td', 'th', 'quote', 'pre', 'dd', 'caption', 'note', 'bold'],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(tag, line, line), { minLength: 1, maxLength: 8 }), async (parts) => {
        const page = `<main>${parts.map(([name, a, b]) => HTML[name]?.(html(a), html(b))).join('')}</main>`;
        if (readHtml(bytesOf(page), 'page').drafts.length === 0) return;
        const { draft, again } = await kept(page, readHtml);
        expect(fold(again?.text ?? '')).toBe(fold(draft.text));
      }),
      { numRuns: 150 },
    );
  });

  test('texts of which only the words are known', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (list) => {
        const text = list.join('\n');
        const { bytes, extension } = await asTextFile({ text }, metadata, heavy);
        const [again] = (await readBytes(bytes, `kept${extension}`, heavy)).drafts;
        expect(fold(again?.text ?? '')).toBe(fold(text));
      }),
      { numRuns: 300 },
    );
  });
});

const html = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
const HTML: Readonly<Record<string, (a: string, b: string) => string>> = {
  p: (a, b) => `<p>${a}<br>${b}</p>`,
  h2: (a) => `<h2>${a}</h2>`,
  h3: (a, b) => `<h3>${a}<br>${b}</h3>`,
  li: (a, b) => `<ul><li>${a}<li>${b}<ol start=3><li>${a}<br>${b}<li>${b}</ol></ul>`,
  ul: (a, b) => `<ul><li><p>${a}</p><p>${b}</p><li>${b}</ul>`,
  ol: (a, b) => `<ol><li>${a}<li>${b}</ol>`,
  td: (a, b) => `<table><tr><td>${a}<td>${b}<tr><td>${b}<td><tr><td><td>${a}</table>`,
  th: (a, b) => `<table><tr><th>${a}<th>${b}<tr><td>${b}<td>${a}<tr><th>${a}<th>${a}</table>`,
  quote: (a, b) => `<blockquote><p>${a}<br>${b}</p><ul><li>${b}</ul></blockquote>`,
  pre: (a, b) => `<pre><code>${a}\n${b}</code></pre>`,
  dd: (a, b) => `<dl><dt>${a}<dd>${b}<br>${a}</dl>`,
  caption: (a) => `<figcaption>${a}</figcaption>`,
  note: (a, b) => `<aside class="note"><h4>${a}</h4><p>${b}</p><ul><li>${a}<li>${b}</ul></aside>`,
  bold: (a, b) => `<p><b>${a}</b> ${b}</p>`,
};

const FILLER = `<p>${'The gate shuts an hour before low water, and nobody passes after that. '.repeat(4)}</p>`;

describe('what a text is made of is kept too', () => {
  const shape = (blocks: readonly Block[] | undefined, text: string | undefined) =>
    blocks?.map(({ kind, level, list, label, context }) => ({
      kind,
      level,
      step: list?.step,
      depth: list?.depth,
      label: label !== undefined,
      context: context.map(({ role, span }) => `${role}: ${text?.slice(...span)}`),
    }));

  test.each<[string, string]>([
    ['headings', '<h2>Berths_and *fees*</h2><p>a_b</p><h3>1. At night</h3><p>None.</p>'],
    ['lists', '<p>Bring:</p><ul><li># rope<ul><li>50 m<li>- blue</ul><li>a [lamp]</ul><p>Then go.</p>'],
    ['steps', '<p>Do this:</p><ol start="4"><li>Ring.<li>Wait.</ol><ol><li>Call.<li>Go.</ol>'],
    [
      'tables',
      '<table><tr><th>Boat<th>Fee<tr><td>Row|boat<td>£4<tr><td>Barge<td>£9</table><p>Cash only, please.</p>',
    ],
    ['tables without heads', '<table><tr><td>Row boat<td>is £4.<tr><td>Barge<td>is £9.</table>'],
    ['quotations', '<blockquote><p>Mind the *step*.</p><p>Twice.</p></blockquote><p>So it says.</p>'],
    ['call-outs', '<aside class="note"><h4>Tides</h4><p>Ask first.</p><p>Always.</p></aside><p>Then go.</p>'],
    ['definitions', '<dl><dt>Ebb<dd>Water that goes out.<dt>Flood<dd>Water that comes in.</dl>'],
    [
      'captions and code',
      '<figcaption>Figure 1. The <i>gate</i>.</figcaption><pre><code>open *\nshut ```</code></pre>',
    ],
    ['labels', '<p><b>Winter.</b> The gate stays shut.</p>'],
  ])('%s', async (_, part) => {
    const { draft, again, file } = await kept(`<main>${FILLER}${part}</main>`, readHtml);
    expect(file.extension).toBe('.md');
    const bars = (text: string | undefined) => text?.replace(/\t/g, ' | ');
    expect(bars(again?.text)).toBe(bars(draft.text));
    expect(shape(again?.blocks, again?.text)).toEqual(shape(draft.blocks, draft.text));
  });

  test('a wiki page with facts becomes Markdown', async () => {
    const page =
      "{{Infobox boat\n| length = 12 m\n| crew = 3\n}}\n'''Gull''' is a [[boat]].\n\n== Use ==\n* nets\n* pots_2\n";
    const { draft, again, file } = await kept(page, readWikitext);
    expect(file.extension).toBe('.md');
    expect(fold(again?.text ?? '')).toBe(fold(draft.text));
  });
});
