import { LIMITS } from '../replies/discord-limits.ts';
import { clip, oneLine } from '../replies/fit-text.ts';

const DEFAULTS = {
  /** Characters of what tells two of one name apart. */
  tail: 45,
} as const;

/** Nothing in it but case to fold: most names, and a lot faster. */
const PLAIN = /^(?:[!-~·–—“”‘’] ?)*$/;

/** What has a name that others may have too. */
export interface Nameable {
  /** As it is shown, at most as long as Discord has room for. */
  readonly name: string;
  /** By `foldName`. */
  readonly folded: string;
  /** What tells it from others of its name, the clearest first; the last is its own for certain. */
  readonly marks: () => readonly string[];
}

/**
 * A name for each of several things, no two of them alike: some clients send the name of a choice in place of its value.
 * Those whose names differ in nothing that a person sees get something that tells them apart.
 * @returns the names, in the order of the things
 */
export function uniqueNames(things: readonly Nameable[]): string[] {
  const groups = Map.groupBy(things.keys(), (index) => things[index]?.folded ?? '');
  const names = things.map(({ name }) => name);
  const taken = new Set(groups.keys());
  for (const indices of groups.values()) {
    if (indices.length < 2) continue;
    const marks = indices.map((index) => things[index]?.marks() ?? []);
    const most = Math.max(...marks.map(({ length }) => length));
    for (let level = 0; level < most; level++) {
      const tails = marks.map((own) => ` · ${endOf(own[Math.min(level, own.length - 1)] ?? '')}`);
      const proposed = indices.map((index, n) => {
        const tail = tails[n] ?? '';
        return `${clip(things[index]?.name ?? '', LIMITS.choiceText - tail.length)}${tail}`;
      });
      const folded = proposed.map(foldName);
      const alike = new Set(folded).size < folded.length || folded.some((name) => taken.has(name));
      if (alike && level < most - 1) continue;
      for (const name of folded) taken.add(name);
      for (const [n, index] of indices.entries()) names[index] = proposed[n] ?? names[index] ?? '';
      break;
    }
  }
  return names;
}

/** A name as it is compared: without case, blanks and marks that nobody sees. */
export function foldName(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The end of a path tells more than its begin. */
function endOf(mark: string): string {
  const line = oneLine(mark);
  return line.length <= DEFAULTS.tail ? line : `…${[...line].slice(1 - DEFAULTS.tail).join('')}`;
}
