import type { Span } from '../answer.ts';

/** How far a sentence, or what it stands under, says who or what a name is. */
export interface Explains {
  /** 0 to 1: what says a kind ("a judge") says more than a title in front or a detail ("who has two degrees"). */
  readonly strength: number;
  /** The defining words, as offsets into the sentence; absent when they stand in the title. */
  readonly focus?: Span;
}

/** A sentence that says itself who or what a name is. */
export interface Definition extends Explains {
  readonly focus: Span;
}
