/** A token of rich text: the beginning or end of a group, a control word with its number, or words as bytes. */
export interface Token {
  readonly type: 0 | 1 | 2 | 3;
  readonly word?: string;
  readonly param?: number;
  readonly data?: Uint8Array;
}

/** The kinds of tokens, as the library numbers them. */
export const GROUP_START = 0;
export const GROUP_END = 1;
export const CONTROL = 2;

export function isToken(value: unknown): value is Token {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'number';
}
