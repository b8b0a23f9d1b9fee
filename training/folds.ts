import { createHash } from 'node:crypto';
import type { MatrixQuestion } from './matrix.ts';

/** A split: what is learnt from and what is judged, as numbers of questions. */
export interface Split {
  readonly name: string;
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/**
 * Splits questions into folds by their group, so that no group is on both sides. Groups go round the folds in their
 * sorted order when `spread` is `even` (weeks: every season in every fold), by a hash of their name otherwise.
 */
export function foldSplits(
  questions: readonly MatrixQuestion[],
  folds: number,
  spread: 'even' | 'hash' = 'even',
): Split[] {
  const groups = [...new Set(questions.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, (spread === 'even' ? i : hashOf(group)) % folds]));
  return Array.from({ length: folds }, (_, fold) =>
    split(`fold ${fold + 1}`, questions, ({ group }) => foldOf.get(group) === fold),
  );
}

/** One split a set: learnt from the other sets, judged on that one; none when there is only one set. */
export function leaveOneSetOut(questions: readonly MatrixQuestion[]): Split[] {
  const sets = [...new Set(questions.map(({ set }) => set))];
  if (sets.length < 2) return [];
  return sets.map((left) => split(left, questions, ({ set }) => set === left));
}

function split(
  name: string,
  questions: readonly MatrixQuestion[],
  isTest: (question: MatrixQuestion) => boolean,
): Split {
  const train: number[] = [];
  const test: number[] = [];
  for (const [number, question] of questions.entries()) (isTest(question) ? test : train).push(number);
  return { name, train, test };
}

/** The fold, 0 to 4, of a question: by a hash of its group, so that what shares text is on one side. */
export function groupFold({ group }: Pick<MatrixQuestion, 'group'>): number {
  return hashOf(group) % GROUP_FOLDS;
}

const GROUP_FOLDS = 5;

function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
