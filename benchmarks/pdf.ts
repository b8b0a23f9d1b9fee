/**
 * How many of a printed document's sentences are found whole, beside the plain text that `unpdf` and PDF.js give.
 *
 *   node benchmarks/pdf.ts [FOLDER] [--missing NAME]
 *
 * Twenty documents of our own sentences are printed by Chromium and LibreOffice, where this machine has them, into
 * FOLDER (kept for the next run; else a temporary one). A sentence is whole when the reader's text, cut as the corpus
 * cuts it, has it as one sentence; it is there when its words stand in the text one after the other.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Article } from '../src/corpus/article.ts';
import { readPdf } from '../src/corpus/formats/pdf/read.ts';
import { assemble } from '../src/corpus/reading/assemble-article.ts';
import { unitSpans } from '../src/corpus/structure/units.ts';
import { createSentenceEnds } from '../src/text/sentence-boundaries.ts';
import { type Printed, printAll } from './pdf/print.ts';

const ends = createSentenceEnds();
const flat = (text: string) => text.replace(/\s+/gu, ' ').trim();

const plain = (text: string): Article =>
  assemble(
    { line: 1, textLine: 1, metadata: { authors: [], tags: [] }, text, fromExport: false, shaped: true },
    'x.txt',
  ).article;

type Read = (bytes: Uint8Array) => Promise<Article | undefined>;

const readers: Readonly<Record<string, Read>> = {
  footnote: async (bytes) => {
    const [draft] = (await readPdf(bytes, 'x.pdf')).drafts;
    return draft && assemble(draft, 'x.pdf').article;
  },
  unpdf: async (bytes) => {
    const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
    return plain(text);
  },
  'pdf.js': async (bytes) => {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    let text = '';
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
      text += '\n\n';
    }
    return plain(text);
  },
};

function missing(article: Article | undefined, { sentences }: Printed): { whole: string[]; there: string[] } {
  if (article === undefined) return { whole: [...sentences], there: [...sentences] };
  const units = new Set(
    unitSpans(article, ends).map(({ start, end }) => flat(article.text.slice(start, end))),
  );
  const text = flat(article.text);
  return {
    whole: sentences.filter((sentence) => !units.has(sentence)),
    there: sentences.filter((sentence) => !text.includes(sentence)),
  };
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { missing: { type: 'string' } },
});
const folder = positionals[0] ?? mkdtempSync(join(tmpdir(), 'printed-'));
const documents = await printAll(folder, (message) => void process.stderr.write(`${message}\n`));
const names = Object.keys(readers);
const share = (part: number, all: number) => (1 - part / Math.max(1, all)).toFixed(3);
console.log(`| document | sentences | ${names.map((name) => `${name}: whole | there`).join(' | ')} |`);
console.log(`| --- | --- | ${names.map(() => '--- | ---').join(' | ')} |`);
const sums = names.map(() => ({ whole: 0, there: 0, milliseconds: 0 }));
let count = 0;
let size = 0;
for (const document of documents) {
  const cells: string[] = [];
  for (const [i, read] of Object.values(readers).entries()) {
    const sum = sums[i];
    const started = performance.now();
    const article = await read(document.bytes);
    const lost = missing(article, document);
    if (sum === undefined) continue;
    sum.milliseconds += performance.now() - started;
    sum.whole += lost.whole.length;
    sum.there += lost.there.length;
    cells.push(
      share(lost.whole.length, document.sentences.length),
      share(lost.there.length, document.sentences.length),
    );
    if (i === 0 && values.missing === document.name) console.error(article?.text, lost);
  }
  count += document.sentences.length;
  size += document.bytes.length;
  console.log(`| ${document.name} | ${document.sentences.length} | ${cells.join(' | ')} |`);
}
console.log(
  `| **all** | ${count} | ${sums.map((sum) => `${share(sum.whole, count)} | ${share(sum.there, count)}`).join(' | ')} |`,
);
console.log(
  sums.map(({ milliseconds }, i) => `${names[i]}: ${(size / 1e3 / milliseconds).toFixed(2)} MB/s`).join(', '),
);
