import type { Period } from './period.ts';

/** What a story knows at one place of the text. */
export interface StoryState {
  /** The date mentioned last. */
  readonly previous: Period | undefined;
  /** The running day, month or year of a story in the past. */
  readonly at: Period | undefined;
  /** The year of the heading above. */
  readonly headed: number | undefined;
  /** The last line of a chronology, or the last date that was stated. */
  readonly entry: Period | undefined;
  /** Whether the lines of the chronology go on in time (1) or back (-1). */
  readonly direction: 1 | -1 | undefined;
  readonly quarter: Period | undefined;
  /** Where the story's last date stood, whether it opened its sentence, and whether it headed a line without an end. */
  readonly told: {
    readonly sentence: number;
    readonly paragraph: number;
    readonly opening: boolean;
    readonly heading?: boolean;
    /** The story began there: nothing of it lies before. */
    readonly begins?: boolean;
  };
  readonly quarterSentence: number;
}

/** Before a text's first date. */
export const NOTHING_TOLD: StoryState = {
  previous: undefined,
  at: undefined,
  headed: undefined,
  entry: undefined,
  direction: undefined,
  quarter: undefined,
  told: { sentence: 0, paragraph: 0, opening: false },
  quarterSentence: 0,
};
