import type { Definition } from './definition.ts';
import type { NamePlace } from './name-place.ts';

const STRENGTHS = { label: 0.9, within: 0.5 } as const;

/** What opens a glossary's entry: "sloop: a boat with one mast", "**sloop** – a boat". */
const LABEL = /^[*_"”’'\]]{0,4}\s?(?::|\s[–—-])[*_]{0,3}\s(?=["“‘']?\p{Ll})/u;
const BEFORE_LABEL = /^[*_"“‘'[]{0,4}$/;
/** "In a sloop, the mast is …": what is so of it. */
const WITHIN = /^,\s(?=(?:an?|the|one|all|both|most|each|every|people|\p{Ll}{2,15}s)\s\p{Ll})/u;
const END = /[.;](?:\s|$)/;
const BEFORE_WITHIN = /^In (?:the |an? )?$/;

/** What a label or "in X, …" at the head of a sentence tells of a name. */
export function labelledDefinition(text: string, { start, end }: NamePlace): Definition | undefined {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const label = BEFORE_LABEL.test(before) ? LABEL.exec(after)?.[0] : undefined;
  if (label !== undefined) return upTo(END, text, end + label.length, STRENGTHS.label);
  // "In Osterby, the ferry …" tells nothing of Osterby.
  const isCommon = /^\p{Ll}/u.test(text.slice(start));
  const within = isCommon && BEFORE_WITHIN.test(before) ? WITHIN.exec(after)?.[0] : undefined;
  return within === undefined ? undefined : upTo(END, text, end + within.length, STRENGTHS.within);
}

function upTo(stop: RegExp, text: string, from: number, strength: number): Definition | undefined {
  const at = text.slice(from).search(stop);
  const to = at < 0 ? text.length : from + at;
  return to - from < 3 ? undefined : { strength, focus: [from, to] };
}
