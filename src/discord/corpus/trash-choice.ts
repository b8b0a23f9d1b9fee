import type { TrashEntry } from '../../corpus/keep/keeper.ts';
import { fitsGaps, hasGaps, type NameOf, plainMentions } from '../asking/mention-text.ts';
import type { Choice, Services } from '../command.ts';
import { momentText } from '../quoting/view-lines.ts';
import type { Candidate } from '../quoting/which-view.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { clip, oneLine } from '../replies/fit-text.ts';
import { KEY_MARK } from '../sources/article-choice.ts';
import { articleKey } from '../sources/article-names.ts';
import { foldName, uniqueNames } from '../sources/unique-names.ts';

const DEFAULTS = {
  /** Characters of what was typed that are looked at. */
  typed: 200,
} as const;

/** Entries of the trash that an option may mean, and whether one of them was chosen from the list. */
export interface MeantEntries {
  readonly candidates: readonly Candidate[];
  readonly sure: boolean;
}

/** What is in the trash, newest first, while someone types a title. */
export async function trashChoices({ keeper }: Pick<Services, 'keeper'>, typed: string): Promise<Choice[]> {
  return fitting(candidatesOf(await keeper.trash()), typed)
    .slice(0, LIMITS.choices)
    .map(({ name, key }) => ({ name, value: `${KEY_MARK}${key}` }));
}

/** What an option means: a choice by its value or its name, or else free text. */
export function whichEntries(entries: readonly TrashEntry[], value: string, nameOf: NameOf): MeantEntries {
  const candidates = candidatesOf(entries);
  const chosen = candidates.filter(({ key }) => value === `${KEY_MARK}${key}`);
  if (chosen.length > 0) return { candidates: chosen, sure: true };
  const words = plainMentions(value, nameOf);
  const folded = foldName(words);
  const called = candidates.filter(({ name, plain }) =>
    [name, plain].map(foldName).some((own) => own === folded || (hasGaps(words) && fitsGaps(own, folded))),
  );
  if (called.length > 0) return { candidates: called, sure: called.length === 1 && !hasGaps(words) };
  return { candidates: folded === '' ? [] : fitting(candidates, words), sure: false };
}

interface Named extends Candidate {
  readonly plain: string;
  readonly words: string;
}

function candidatesOf(entries: readonly TrashEntry[]): Named[] {
  const plain = entries.map(plainName);
  const names = uniqueNames(
    entries.map(({ path, id }, index) => ({
      name: plain[index] ?? '',
      folded: foldName(plain[index] ?? ''),
      marks: () => [path, articleKey(id)],
    })),
  );
  return entries.map((entry, index) => ({
    name: names[index] ?? '',
    plain: plain[index] ?? '',
    key: articleKey(entry.id),
    words: foldName(`${entry.title} ${entry.path}`),
  }));
}

function fitting(candidates: readonly Named[], typed: string): Named[] {
  const words = foldName(typed.slice(0, DEFAULTS.typed)).split(' ').filter(Boolean);
  return candidates.filter((one) => words.every((word) => one.words.includes(word)));
}

function plainName({ title, removed, why }: TrashEntry): string {
  const tail = ` · ${why} ${momentText(removed)}`;
  return `${clip(oneLine(title), LIMITS.choiceText - tail.length)}${tail}`;
}
