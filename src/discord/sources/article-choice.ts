import type { Interaction } from 'discord.js';
import type { Article } from '../../corpus/article.ts';
import type { Snapshot } from '../../library/index.ts';
import { hasGaps, type NameOf, plainMentions } from '../asking/mention-text.ts';
import type { Choice, Services } from '../command.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { articleKey } from './article-names.ts';

/** Stands in front of a key: what nobody types, so that a choice is told from free text. */
export const KEY_MARK = '~';

const DEFAULTS = {
  /** Articles that are offered when it is not clear which one is meant. */
  candidates: 10,
} as const;

/** Which article an option means. */
export type Meant =
  /** `sure`: chosen from the list; otherwise typed, and no other fits. */
  | { readonly kind: 'one'; readonly article: Article; readonly sure: boolean }
  /** `more`: others beside those that are named. */
  | { readonly kind: 'several'; readonly articles: readonly Article[]; readonly more: number }
  | { readonly kind: 'none' };

type Tools = Pick<Services, 'library' | 'names'>;

/** The article of a key; absent when the corpus no longer has it. */
export function articleByKey(snapshot: Snapshot, key: string): Article | undefined {
  return snapshot.articles.find(({ id }) => articleKey(id) === key);
}

/** Articles to choose from while someone types; for the option of a command. */
export async function articleChoices({ library, names }: Tools, typed: string): Promise<Choice[]> {
  const snapshot = library.current();
  const own = await names.of(snapshot);
  return snapshot.catalog.find(typed, LIMITS.choices).map((article) => ({
    name: own.of(article),
    value: `${KEY_MARK}${articleKey(article.id)}`,
  }));
}

/**
 * The article that an option means: by what `articleChoices` gave it, or by its name there (which some clients send in
 * place of the value); otherwise as free text, by its title, its id, or as what fits the words.
 */
export async function whichArticle({ library, names }: Tools, value: string, nameOf: NameOf): Promise<Meant> {
  const snapshot = library.current();
  if (value.startsWith(KEY_MARK)) {
    const article = articleByKey(snapshot, value.slice(KEY_MARK.length));
    if (article !== undefined) return { kind: 'one', article, sure: true };
  }
  const words = plainMentions(value, nameOf);
  const own = await names.of(snapshot);
  const called = own.called(words);
  if (called.length > 0) return meant(called, !hasGaps(words));
  const titled = own.titled(words);
  if (titled.length > 0) return meant(titled, false);
  const byId = snapshot.catalog.byId(value);
  if (byId !== undefined) return { kind: 'one', article: byId, sure: false };
  return words.trim() === '' ? { kind: 'none' } : meant(snapshot.catalog.find(words), false);
}

/** The names of the channels and roles where an interaction came from; people are not known. */
export function namesAround({ guild }: Pick<Interaction, 'guild'>): NameOf {
  return (kind, id) => {
    if (kind === '#') return guild?.channels.cache.get(id)?.name;
    return kind === '@&' ? guild?.roles.cache.get(id)?.name : undefined;
  };
}

function meant(articles: readonly Article[], sure: boolean): Meant {
  const [article, second] = articles;
  if (article === undefined) return { kind: 'none' };
  if (second === undefined) return { kind: 'one', article, sure };
  const shown = articles.slice(0, DEFAULTS.candidates);
  return { kind: 'several', articles: shown, more: articles.length - shown.length };
}
