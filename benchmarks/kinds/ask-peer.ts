import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Segment, sentenceText } from '../../src/search/segment.ts';
import type { AskedCorpus } from '../../training/kinds.ts';
import { loadPeer, type PeerId } from '../peers/index.ts';
import type { Corpus } from '../peers/peer.ts';
import { RANKED } from './ask-footnote.ts';
import type { KindOutcome } from './scores.ts';

/** The same units that Footnote ranks. */
export function unitsOf(segments: readonly Segment[]): Corpus {
  const articles = segments.flatMap((segment) =>
    segment.articles.map((article, number) => ({ article, sentences: segment.file.unitsOf(number) })),
  );
  const sentences = segments.flatMap((segment) =>
    segment.articles.flatMap((_, article) => {
      const [from = 0, to = 0] = segment.firstSentence.subarray(article, article + 2);
      return Array.from({ length: to - from }, (_unit, i) => sentenceText(segment, article, from + i));
    }),
  );
  return { articles, sentences };
}

/** Asks a peer the questions that have an answer: it always shows something, so the others tell nothing of it. */
export async function askPeer(
  id: PeerId,
  { questions }: AskedCorpus,
  units: Corpus,
  cache: string,
): Promise<{ readonly name: string; readonly outcomes: KindOutcome[] }> {
  const peer = await loadPeer(id);
  const folder = mkdtempSync(join(cache, `${id}-`));
  const index = await peer.build(units, { stopWords: 'dropped', folder });
  const articleOf = units.articles.flatMap(({ article, sentences }) => sentences.map(() => article));
  try {
    const outcomes: KindOutcome[] = [];
    for (const { question, asked, isRight } of questions) {
      if (isRight === undefined) continue;
      const found = await index.search(
        { text: question, ...(asked === undefined ? {} : { day: asked }) },
        RANKED,
      );
      const place = found.findIndex((at) => {
        const article = articleOf[at];
        return article !== undefined && isRight(units.sentences[at] ?? '', article);
      });
      outcomes.push({ answerable: true, ...(place < 0 ? {} : { first: place }) });
    }
    return { name: peer.name, outcomes };
  } finally {
    await index.close?.();
    rmSync(folder, { recursive: true, force: true });
  }
}
