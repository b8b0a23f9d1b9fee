import type { ConfidenceLevel } from '../answer/answer.ts';

/** How an interaction ended: `refused` by a rule of the server, `gone` before it could be answered. */
export type InteractionOutcome = 'done' | 'refused' | 'gone' | 'failed';

/** Told what the bot does, so that it can be counted; it never fails, and keeps no words and no ids. */
export interface Meter {
  /** @param command one of a few fixed names: a command's, or what else an interaction can be */
  begin(command: string): InteractionSpan;
  /** A question has its answer. */
  answered(level: ConfidenceLevel | 'none'): void;
}

/** One interaction, from its arrival on. */
interface InteractionSpan {
  /** Discord has been told that it is being worked on; later calls count for nothing. */
  acknowledged(): void;
  ended(outcome: InteractionOutcome): void;
}

/** Counts nothing. */
export const NO_METER: Meter = {
  begin: () => ({ acknowledged: () => undefined, ended: () => undefined }),
  answered: () => undefined,
};
