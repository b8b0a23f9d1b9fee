import { EVIDENCE, evidenceOf } from '../src/answer/confidence/evidence.ts';
import { inOrder } from '../src/answer/features/feature-values.ts';
import { FEATURE_NAMES } from '../src/answer/features/index.ts';
import type { Tools } from '../src/answer/load-tools.ts';
import { analyseQuestion } from '../src/answer/question/analyse-question.ts';
import { traitsOf } from '../src/answer/ranking/corpus-traits.ts';
import { questionTraits } from '../src/answer/ranking/question-traits.ts';
import type { Article } from '../src/corpus/article.ts';
import type { SentenceEnds } from '../src/text/sentence-boundaries.ts';
import { offsetOf } from './collect.ts';
import { engineOver, splitArticles } from './corpora.ts';
import type { AskedCorpus, AskedQuestion } from './kinds.ts';
import type { MatrixEntry } from './matrix.ts';

/** What a matrix of asked questions holds of each candidate: its ranking features, then its evidence. */
export const COLUMNS: readonly string[] = [...FEATURE_NAMES, ...EVIDENCE.map((name) => `evidence:${name}`)];

/** Both are loaded once: each language model in a process takes memory for good. */
export interface AskingTools {
  readonly tools: Tools;
  readonly ends: SentenceEnds;
}

/** Asks a corpus all its questions, by retrieval's own order. */
export function askCorpus(corpus: AskedCorpus, { tools, ends }: AskingTools): MatrixEntry[] {
  const splits = splitArticles(corpus.articles, ends);
  const engine = engineOver(splits, tools);
  // An index makes articles anew: they are told apart by their ids.
  const numbers = new Map(corpus.articles.map(({ id }, i) => [id, i]));
  const numberOf = ({ id }: Article): number => {
    const number = numbers.get(id);
    if (number === undefined) throw new RangeError(`There is no article ${id} in ${corpus.name}`);
    return number;
  };
  const traits = traitsOf(
    corpus.articles.length,
    engine.sentenceCount,
    corpus.articles.filter(({ published }) => published !== undefined).length,
  );
  return corpus.questions.map((asked): MatrixEntry => {
    const question = analyseQuestion(asked.question, tools);
    const { topic, judged } = engine.judge(question, asked.asked === undefined ? {} : { asked: asked.asked });
    return {
      id: asked.id,
      set: corpus.name,
      kind: asked.id.startsWith('everyday/') ? 'everyday' : corpus.kind,
      group: asked.group,
      type: question.type,
      distinctive: true,
      answerable: asked.isRight !== undefined,
      traits: [...traits, ...questionTraits(question)],
      candidates: judged.map((entry) => {
        const { candidate, vector, definition } = entry;
        const evidence = evidenceOf(candidate, topic, definition?.strength ?? 0);
        return {
          vector: [...vector, ...inOrder(EVIDENCE, evidence)],
          relevant: asked.isRight?.(candidate.view.text, candidate.article) === true,
          doubtful: isDoubtful(asked, candidate.view.text),
          article: numberOf(candidate.article),
          offset: offsetOf(entry),
        };
      }),
    };
  });
}

const isDoubtful = ({ mayBeRight }: AskedQuestion, sentence: string): boolean =>
  mayBeRight?.(sentence) === true;
