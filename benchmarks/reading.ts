/**
 * How fast each format is read, in megabytes of its file a second: files of about a megabyte of text of our own.
 *
 *   node benchmarks/reading.ts
 */
import { zipSync } from 'fflate';
import { type HeavyFormat, loadHeavy } from '../src/corpus/formats/parse.ts';
import { readPlain } from '../src/corpus/formats/plain.ts';
import { prose } from './pdf/prose.ts';

/** Paragraphs of each file. */
const PARAGRAPHS = 2000;
/** How often a file is read; the fastest time counts. */
const TIMES = 3;

const text = prose(7);
const paragraphs = Array.from({ length: PARAGRAPHS }, () => text.paragraph(4).join(' '));
const bytes = (words: string) => new TextEncoder().encode(words);
const xml = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const tagged = (tag: string) => paragraphs.map((words) => `<${tag}>${xml(words)}</${tag}>`).join('\n');
const page = `<html><head><title>Ferry</title></head><body><article>${tagged('p')}</article></body></html>`;
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, words]) => [name, bytes(words)])));
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';
const time = (at: number) => new Date(at * 4000).toISOString().slice(11, 23);

const FILES: Readonly<
  Record<string, { readonly format: HeavyFormat | 'plain'; readonly bytes: Uint8Array }>
> = {
  txt: { format: 'plain', bytes: bytes(paragraphs.join('\n\n')) },
  md: { format: 'markdown', bytes: bytes(`# Ferry\n\n${paragraphs.join('\n\n')}`) },
  wiki: { format: 'wikitext', bytes: bytes(`== Ferry ==\n${paragraphs.join('\n\n')}`) },
  html: { format: 'html', bytes: bytes(page) },
  json: { format: 'json', bytes: bytes(JSON.stringify({ headline: 'Ferry', body: paragraphs })) },
  rss: {
    format: 'feed',
    bytes: bytes(
      `<rss><channel>${paragraphs.map((words) => `<item><title>a</title><description>${xml(words)}</description></item>`).join('')}</channel></rss>`,
    ),
  },
  eml: { format: 'mail', bytes: bytes(`From: a@example.org\nSubject: Ferry\n\n${paragraphs.join('\n\n')}`) },
  srt: {
    format: 'subtitles',
    bytes: bytes(
      paragraphs
        .map(
          (words, i) =>
            `${i + 1}\n${time(i).replace('.', ',')} --> ${time(i + 1).replace('.', ',')}\n${words}`,
        )
        .join('\n\n'),
    ),
  },
  rtf: {
    format: 'rtf',
    bytes: bytes(
      `{\\rtf1\\ansi ${paragraphs.map((words) => `${words.replace(/[^\u0020-\u007e]/gu, '?')}\\par`).join('\n')}}`,
    ),
  },
  docx: {
    format: 'docx',
    bytes: zip({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': `<w:document ${word}><w:body>${paragraphs.map((words) => `<w:p><w:r><w:t>${xml(words)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    }),
  },
  odt: {
    format: 'odt',
    bytes: zip({
      'content.xml': `<office:document-content ${office}><office:body><office:text>${tagged('text:p')}</office:text></office:body></office:document-content>`,
    }),
  },
  epub: {
    format: 'epub',
    bytes: zip({
      'META-INF/container.xml': '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
      'a.opf':
        '<package><metadata/><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
      'a.xhtml': page,
    }),
  },
};

console.log('| format | file, MB | text, MB | text, MB/s |\n| --- | --- | --- | --- |');
for (const [name, file] of Object.entries(FILES)) {
  const read = file.format === 'plain' ? undefined : await loadHeavy(file.format);
  let best = Number.POSITIVE_INFINITY;
  let length = 0;
  for (let i = 0; i < TIMES; i++) {
    const started = performance.now();
    const drafts =
      read === undefined
        ? [readPlain(file.bytes, 'a.txt').draft]
        : (await read(file.bytes, `a.${name}`)).drafts;
    best = Math.min(best, performance.now() - started);
    length = drafts.reduce((sum, draft) => sum + draft.text.length, 0);
  }
  const megabytes = length / 1e6;
  console.log(
    `| ${name} | ${(file.bytes.length / 1e6).toFixed(2)} | ${megabytes.toFixed(2)} | ${((megabytes * 1000) / best).toFixed(1)} |`,
  );
}
