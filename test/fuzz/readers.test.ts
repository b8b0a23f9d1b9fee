import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFeed } from '../../src/corpus/formats/feed/read.ts';
import { readHtml } from '../../src/corpus/formats/html/read.ts';
import { readPlain } from '../../src/corpus/formats/plain.ts';
import { assemble } from '../../src/corpus/reading/assemble-article.ts';
import { UnreadableBytes } from '../../src/corpus/reading/decode.ts';
import type { Draft } from '../../src/corpus/reading/draft.ts';
import { sentenceSpans } from '../../src/corpus/sentences.ts';
import { createSentenceEnds } from '../../src/text/sentence-boundaries.ts';
import { damaged, FUZZ, FUZZ_TIMEOUT, shareOfTime } from './hostile.ts';

/*
 * Files of the golden folder, damaged, with a part of them many times over: no reader throws, and each takes less than
 * two seconds of the processor for a megabyte.
 */
const GOLDEN = fileURLToPath(new URL('../corpus/reading/golden/', import.meta.url));
const SECONDS_A_MEGABYTE = 2;
/** What a first run costs, whatever the file: code is compiled, memory is cleaned. */
const SECONDS_AT_FIRST = 1.5;
const MEGABYTE = 1_000_000;

type Read = (bytes: Uint8Array, path: string) => readonly Draft[];

const readers: Readonly<Record<string, Read>> = {
  html: (bytes, path) => readHtml(bytes, path).drafts,
  rss: (bytes, path) => readFeed(bytes, path).drafts,
  atom: (bytes, path) => readFeed(bytes, path).drafts,
  txt: (bytes, path) => [readPlain(bytes, path).draft],
};
const ends = createSentenceEnds();

/** A piece of markup, as it stands in pages, opened and never closed, or the other way round. */
const PIECES = [
  '<div>',
  '<p>',
  '<ul><li>',
  '<sup>1</sup>',
  '<del>',
  '</div>',
  '<b><i>',
  '<q>',
  '<h2>Comments</h2>',
  '<div class="response"><p>I say so.</p></div>',
  '<table><tr><td>',
  '<a href="#n1">1</a>',
  '<blockquote>',
  '<math><msup><mi>x</mi><mn>2</mn></msup></math>',
  '<img alt="W">hen ',
  '<div class="pullquote">A lock is a lock for all that.</div>',
  '<p class="bio">He was born in Hessel, the ninth child.</p>',
  '<pre>a\n',
  '<s>no</s> yes ',
  '<time datetime="2024-01-01">1 May</time>',
  '<h1>The lock</h1>',
  '&amp;amp;',
  '<script type="application/ld+json">{"@type":"Article",',
  '<figure><p>It was so.</p>',
  '<div style="display:none">',
];

function file(extension: string): fc.Arbitrary<Uint8Array> {
  const sources = readdirSync(GOLDEN).filter((name) => name.endsWith(`.${extension}`));
  return fc
    .constantFrom(...sources.map((name) => readFileSync(`${GOLDEN}${name}`)))
    .chain((source) =>
      fc.tuple(damaged(source), fc.constantFrom(...PIECES), fc.nat(4000), fc.nat(source.length)),
    )
    .map(([bytes, piece, times, at]) =>
      Buffer.concat([bytes.subarray(0, at), Buffer.from(piece.repeat(times)), bytes.subarray(at)]),
    );
}

test.each(Object.entries(readers))('%s', { timeout: FUZZ_TIMEOUT }, (extension, read) => {
  const share = shareOfTime();
  fc.assert(
    fc.property(file(extension), (bytes) => {
      if (share.isOver()) return;
      const started = process.threadCpuUsage();
      const path = `a.${extension}`;
      for (const draft of readOrRefuse(read, bytes, path)) {
        const { article } = assemble(draft, path);
        expect(article.text).toBe(article.text.trim());
        sentenceSpans(article.text.slice(0, 20_000), ends);
      }
      const { user, system } = process.threadCpuUsage(started);
      const limit = SECONDS_AT_FIRST + (SECONDS_A_MEGABYTE * bytes.length) / MEGABYTE;
      expect((user + system) / 1e6, `seconds for ${bytes.length} bytes`).toBeLessThan(limit);
    }),
    FUZZ,
  );
});

/** Bytes that are no text are refused with a reason; nothing else may be thrown. */
function readOrRefuse(read: Read, bytes: Uint8Array, path: string): readonly Draft[] {
  try {
    return read(bytes, path);
  } catch (cause) {
    if (cause instanceof UnreadableBytes) return [];
    throw cause;
  }
}
