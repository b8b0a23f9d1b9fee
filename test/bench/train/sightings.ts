import { z } from 'zod';
import { CONFIDENCE_FEATURES } from '../../../src/answer/confidence.ts';
import { keyOf, sourceHash } from './cache.ts';
import type { Sources } from './collect.ts';
import { NEWS_YEARS, OTHER_YEAR, readNewsQuestions } from './data.ts';
import { SCENES, type Sighting, seeOtherYear, seeOwnYear, seeSmallCorpora } from './scenes.ts';

const aboutSightings = z.array(
  z.object({ id: z.string(), week: z.string(), scene: z.enum(SCENES), label: z.boolean() }),
);

/**
 * Asks every answerable news question in all scenes.
 * @param rankerOf weights by question id (`2022/…`), of a ranker that did not learn from it
 */
export async function collectSightings(
  sources: Sources,
  rankerOf: ReadonlyMap<string, Float64Array>,
): Promise<Sighting[]> {
  const rankers = [...new Set(rankerOf.values())].map((weights) => [...weights]);
  const key = keyOf(sources.code, sourceHash('../test/bench/train/scenes.ts'), CONFIDENCE_FEATURES, rankers);
  const block = await sources.cache.block('sightings', key, async () => {
    const sightings = await seeAll(sources, rankerOf);
    return {
      about: sightings.map(({ id, week, scene, label }) => ({ id, week, scene, label })),
      numbers: Float32Array.from(sightings.flatMap(({ vector }) => vector)),
    };
  });
  const width = CONFIDENCE_FEATURES.length;
  return aboutSightings
    .parse(block.about)
    .map((about, i) => ({ ...about, vector: [...block.numbers.subarray(i * width, (i + 1) * width)] }));
}

async function seeAll(
  { data, tools, openCorpus, say }: Sources,
  rankerOf: ReadonlyMap<string, Float64Array>,
): Promise<Sighting[]> {
  const sightings: Sighting[] = [];
  const other = await openCorpus(OTHER_YEAR);
  for (const year of NEWS_YEARS) {
    const corpus = await openCorpus(year);
    const questions = await readNewsQuestions(data, year);
    say(`confidence: questions of ${year}`);
    for (const [n, question] of questions.entries()) {
      const weights = rankerOf.get(`${year}/${question.id}`);
      if (!question.answerable || weights === undefined) continue;
      const asking = { question, weights, tools };
      const own = seeOwnYear(corpus, asking);
      sightings.push(own.sighting, ...seeOtherYear(other, asking));
      sightings.push(...seeSmallCorpora(corpus, asking, own.seen, randomFrom(n + Number(year))));
    }
  }
  return sightings;
}

/** Numbers from 0 to 1 that are the same for the same seed (a linear congruential generator, Numerical Recipes). */
export function randomFrom(seed: number): () => number {
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
