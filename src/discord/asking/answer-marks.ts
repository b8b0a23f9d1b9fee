import type { Answer, Passage } from '../../answer/answer.ts';
import { passageMark } from '../../answer/passage/passage-mark.ts';
import type { Words } from '../words/words.ts';

/** Where and for whom an answer is shown. */
export interface AnswerPlace {
  /** The key of the question in the state; buttons carry it. */
  readonly viewId: string;
  /** Which passage, from 0; too large a number means the last one. */
  readonly index: number;
  /** Only the asker sees it: it can be shared, and needs no "Delete". */
  readonly private: boolean;
  /** One line of Markdown above the answer, such as that the articles have changed. */
  readonly notice?: string;
  /** What the answer was narrowed to, as one line of Markdown; it can be lifted. */
  readonly narrowed?: string;
  /** What was typed, when the question is what that was understood as; it can be asked as it is. */
  readonly typed?: string;
  /** One passage whole, also where several would be shown in short. */
  readonly full?: boolean;
  /** It can be called helpful or not. */
  readonly feedback: boolean;
  readonly words: Words;
}

/** The command whose `press` handles the buttons. */
export const ASK_SCOPE = 'ask';

/** Passages that are shown below “no answer”. */
const MOST_CLOSEST = 3;

/** Changes when an answer, asked again, is another one: whether there is one, or what it quotes. */
export function answerMark(answer: Answer): string {
  return `${answer.kind === 'answer' ? 'a' : 'n'}${passageMark(shownPassages(answer))}`;
}

/** The passages that an answer shows, in order. */
export function shownPassages(answer: Answer): readonly Passage[] {
  return answer.kind === 'answer' ? answer.passages : answer.closest.slice(0, MOST_CLOSEST);
}
