/** A word, number or mark, with what it may mean in a date. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: string;
  readonly value: number;
}
