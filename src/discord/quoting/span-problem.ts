import type { AskedSpan } from '../../timeline/resolve/asked-span.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { clip, oneLine } from '../replies/fit-text.ts';
import type { Words } from '../words/words.ts';

const DEFAULTS = {
  /** Characters of what was typed. */
  typed: 100,
} as const;

/** Why what somebody typed is no span of time, as Markdown. */
export function spanProblem(
  { field, problem }: Extract<AskedSpan, { ok: false }>,
  typed: { readonly from?: string | undefined; readonly to?: string | undefined },
  words: Words,
): string {
  const shown = (text = '') => escapeMarkdown(clip(oneLine(text), DEFAULTS.typed));
  const { from, to = from } = typed;
  return words.say(`span.${problem}`, { text: shown(typed[field]), from: shown(from), to: shown(to) });
}
