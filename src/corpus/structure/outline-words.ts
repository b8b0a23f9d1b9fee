import { withoutInvisible } from '../../text/invisible.ts';
import type { BlockContext, TextSpan } from '../article.ts';
import type { Words } from './outline.ts';

/** The same words without characters that nobody sees. */
export function visible(words: Words): Words {
  // Blanks at the ends, as code has them, are none of its words; labels and places would have to move with them.
  const plain = words.label === undefined && words.places === undefined;
  const text = plain ? withoutInvisible(words.text).trim() : withoutInvisible(words.text);
  if (text === words.text) return words;
  const { label, ...rest } = words;
  const shown = withoutInvisible(words.text.slice(0, label ?? 0)).length;
  return { ...rest, text, ...(shown === 0 ? {} : { label: shown }) };
}

export function isBold({ text, label }: Words): boolean {
  return label === text.length;
}

export function leadContext(span: TextSpan | undefined): readonly BlockContext[] {
  return span === undefined ? [] : [{ role: 'lead-in', span }];
}

export function headContext(span: TextSpan): BlockContext {
  return { role: 'head', span };
}

export function nonEmpty(span: TextSpan | undefined): TextSpan | undefined {
  return span !== undefined && span[1] > span[0] ? span : undefined;
}
