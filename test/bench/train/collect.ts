import { ENGINE_DEFAULTS, type Judged, type Tools } from '../../../src/answer/engine.ts';
import { FEATURE_NAMES } from '../../../src/answer/features/index.ts';
import { analyseQuestion } from '../../../src/answer/question.ts';
import { candidateVectors } from '../../../src/answer/score-candidates.ts';
import { type Cache, fileStamp, keyOf, sourceHash } from './cache.ts';
import type { NewsCorpus } from './corpora.ts';
import { articlesFile, NEWS_YEARS, readNewsQuestions, readSelectionSet, SELECTION_SETS } from './data.ts';
import { buildMatrix, fromBlock, type Matrix, type MatrixEntry, stackMatrices, toBlock } from './matrix.ts';
import { answerTest, isDistinctive } from './relevance.ts';

/** What collecting needs besides the questions. */
export interface Sources {
  readonly data: string;
  readonly tools: Tools;
  readonly cache: Cache;
  /** A fingerprint of the code that makes the vectors. */
  readonly code: string;
  readonly openCorpus: (year: string) => Promise<NewsCorpus>;
  readonly say: (message: string) => void;
}

/** Seen from `src/`. */
const HERE = '../test/bench/train';

/** The fingerprint of all code that a vector depends on. Take it once, at the start. */
export function vectorCode(): string {
  return sourceHash('answer', 'search', 'text', 'corpus', `${HERE}/collect.ts`, `${HERE}/relevance.ts`);
}

/** What the engine adds to the ranker's score of a candidate. */
export function offsetOf({ definition }: Judged): number {
  return (definition?.strength ?? 0) * ENGINE_DEFAULTS.definitionBonus;
}

/** All answerable news questions against the articles of their own year. */
export async function collectNews(sources: Sources): Promise<Matrix> {
  const matrices: Matrix[] = [];
  for (const year of NEWS_YEARS) {
    const key = keyOf(sources.code, FEATURE_NAMES, fileStamp(articlesFile(sources.data, year)));
    const block = await sources.cache.block(`news-${year}`, key, async () => {
      const { engine } = await sources.openCorpus(year);
      sources.say(`vectors of news ${year}`);
      const questions = await readNewsQuestions(sources.data, year);
      const entries = questions
        .filter(({ answerable }) => answerable)
        .map((question): MatrixEntry => {
          const analysed = analyseQuestion(question.question, sources.tools);
          const answers = answerTest(question.answers);
          const { judged } = engine.judge(analysed, question.asked);
          return {
            id: `${year}/${question.id}`,
            set: `news ${year}`,
            group: question.week,
            type: analysed.type,
            distinctive: question.answers.some(isDistinctive),
            candidates: judged.map((entry) => ({
              vector: entry.vector,
              relevant: answers(entry.candidate.view.text),
              offset: offsetOf(entry),
            })),
          };
        });
      return toBlock(buildMatrix(FEATURE_NAMES, entries));
    });
    matrices.push(fromBlock(block));
  }
  return stackMatrices(matrices);
}

/** All questions with given candidates. */
export async function collectSelection(sources: Sources): Promise<Matrix> {
  const matrices: Matrix[] = [];
  for (const set of SELECTION_SETS) {
    const key = keyOf(sources.code, FEATURE_NAMES, set);
    const block = await sources.cache.block(`selection-${set}`, key, async () => {
      sources.say(`vectors of ${set}`);
      const questions = await readSelectionSet(sources.data, set);
      const entries = questions.map(({ id, question, candidates, relevant }): MatrixEntry => {
        const answers = new Set(relevant);
        return {
          id: `${set}/${id}`,
          set,
          group: keyOf(candidates),
          type: analyseQuestion(question, sources.tools).type,
          distinctive: true,
          candidates: candidateVectors(question, candidates, sources.tools).map((vector, i) => ({
            vector,
            relevant: answers.has(i),
            offset: 0,
          })),
        };
      });
      return toBlock(buildMatrix(FEATURE_NAMES, entries));
    });
    matrices.push(fromBlock(block));
  }
  return stackMatrices(matrices);
}
