/** What a terminal command writes to; `process` in the program, strings in tests. */
export interface Io {
  /** Standard output. */
  out(text: string): void;
  /** Standard error. */
  err(text: string): void;
  /** Whether standard output is a terminal that shows colours. */
  readonly colour: boolean;
}
