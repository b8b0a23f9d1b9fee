import { Engine } from '../../src/answer/engine.ts';
import type { Tools } from '../../src/answer/load-tools.ts';
import { quoteText } from '../../src/answer/passage/quoted-lines.ts';
import type { Model } from '../../src/answer/ranking/load-model.ts';
import type { Segment } from '../../src/search/segment.ts';
import { groupFold } from '../../training/folds.ts';
import type { AskedCorpus, AskedQuestion } from '../../training/kinds.ts';
import type { KindOutcome } from './scores.ts';
import { quotesSilent } from './silent-quotes.ts';

/** How many sentences are ranked. */
export const RANKED = 40;

/**
 * Asks Footnote a corpus's questions, each by weights that were learnt without it and what shares text with it.
 * @param models by fold
 */
export function askFootnote(
  { questions }: AskedCorpus,
  segments: readonly Segment[],
  tools: Tools,
  models: readonly Model[],
): KindOutcome[] {
  const engines = models.map((model) => new Engine(segments, { ...tools, model }));
  return questions.flatMap((asked) => {
    const engine = engines[groupFold(asked) % engines.length];
    return engine === undefined ? [] : ask(engine, asked);
  });
}

function ask(engine: Engine, { question, asked, isRight, mayBeRight }: AskedQuestion): KindOutcome[] {
  const answer = engine.ask(question, { top: RANKED, ...(asked === undefined ? {} : { asked }) });
  const passages = answer.kind === 'answer' ? answer.passages : answer.closest;
  const shown = passages.map((passage) => quoteText(passage));
  const ranked = passages.map(({ article, sentence }) => article.text.slice(...sentence));
  const [best] = ranked;
  // Where nothing should answer but the first sentence may by accident, nobody can tell.
  if (best !== undefined && mayBeRight?.(best) === true) return [];
  const place = passages.findIndex(
    ({ article }, i) =>
      isRight !== undefined && (isRight(ranked[i] ?? '', article) || isRight(shown[i] ?? '', article)),
  );
  return [
    {
      answerable: isRight !== undefined,
      ...(place < 0 ? {} : { first: place }),
      judged: {
        confidence: answer.confidence,
        silent: passages.filter(quotesSilent).length,
        ...(answer.kind === 'answer' ? { level: answer.level } : {}),
      },
    },
  ];
}
