/** Why writing fails at present. */
export interface Trouble {
  /** Milliseconds since 1970. */
  readonly since: number;
  /** In plain words: "the disk is full". */
  readonly why: string;
  /** Entries that are in memory only, and would be lost with the process. */
  readonly waiting: number;
}
