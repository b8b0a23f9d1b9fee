import { ENGINE_DEFAULTS } from '../src/answer/engine-parameters.ts';
import { FEATURE_NAMES } from '../src/answer/features/index.ts';
import type { Tools } from '../src/answer/load-tools.ts';
import { analyseQuestion } from '../src/answer/question/analyse-question.ts';
import { bonusesOf, type Judged } from '../src/answer/ranking/judge-candidates.ts';
import { candidateVectors } from '../src/answer/ranking/score-candidates.ts';
import type { SentenceEnds } from '../src/text/sentence-boundaries.ts';
import { type Cache, keyOf, sourceHash } from './cache.ts';
import { readSelectionSet, SELECTION_SETS } from './data.ts';
import { buildMatrix, fromBlock, type Matrix, type MatrixEntry, stackMatrices, toBlock } from './matrix.ts';

/** What collecting needs besides the questions. */
export interface Sources {
  readonly data: string;
  readonly tools: Tools;
  readonly ends: SentenceEnds;
  readonly cache: Cache;
  /** A fingerprint of the code that makes the vectors. */
  readonly code: string;
  readonly say: (message: string) => void;
}

/** Seen from `src/`. */
const HERE = '../training';

/** The fingerprint of all code that a vector depends on. Take it once, at the start. */
export function vectorCode(): string {
  return sourceHash(
    'answer',
    'data',
    'scheduling',
    'search',
    'text',
    'corpus',
    `${HERE}/collect.ts`,
    `${HERE}/relevance.ts`,
    `${HERE}/ask-corpus.ts`,
    `${HERE}/kinds.ts`,
    `${HERE}/own-questions.ts`,
    `${HERE}/questions`,
    `${HERE}/variants.ts`,
  );
}

/** What the engine adds to the ranker's score of a candidate. */
export function offsetOf(judged: Judged): number {
  return Object.values(bonusesOf(judged, ENGINE_DEFAULTS)).reduce((sum, bonus) => sum + bonus, 0);
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
          kind: set,
          group: keyOf(candidates),
          type: analyseQuestion(question, sources.tools).type,
          distinctive: true,
          answerable: true,
          traits: [],
          candidates: candidateVectors(question, candidates, sources.tools).map((vector, i) => ({
            vector,
            relevant: answers.has(i),
            doubtful: false,
            article: 0,
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
