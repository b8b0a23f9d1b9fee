/** A row of a store, whatever it lies in. */
export interface Entry {
  readonly store: string;
  /** With the store's name in front: `settings:language`. */
  readonly key: string;
  /** As Keyv writes it. */
  readonly value: string;
  /** Milliseconds since 1970; null: never. */
  readonly expires: number | null;
}
