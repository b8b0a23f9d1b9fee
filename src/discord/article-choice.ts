import { createHash } from 'node:crypto';
import type { Article } from '../corpus/article.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Choice } from './command.ts';
import { LIMITS } from './limits.ts';
import { clip, oneLine } from './text.ts';

/** Stands in front of a key where an id could stand too; no id begins with it. */
const KEY_MARK = '~';

/** Sixteen characters for an article's id, which may be longer than Discord has room for. */
export function articleKey(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 16);
}

/** The article of a key; absent when the corpus no longer has it. */
export function articleByKey(snapshot: Snapshot, key: string): Article | undefined {
  return snapshot.articles.find(({ id }) => articleKey(id) === key);
}

/** Articles to choose from while someone types; for the option of a command. */
export function articleChoices(snapshot: Snapshot, typed: string): Choice[] {
  return snapshot.catalog.find(typed, LIMITS.choices).map((article) => ({
    name: articleLabel(article),
    value: article.id.length <= LIMITS.choiceText ? article.id : `${KEY_MARK}${articleKey(article.id)}`,
  }));
}

/**
 * The one article that an option means: by what `articleChoices` gave it, by its label (which some clients send in
 * place of the value), by its title, or as the only one that fits what was typed.
 */
export function resolveArticle(snapshot: Snapshot, value: string): Article | undefined {
  const { catalog } = snapshot;
  if (value.startsWith(KEY_MARK)) return articleByKey(snapshot, value.slice(KEY_MARK.length));
  const exact =
    catalog.byId(value) ??
    snapshot.articles.find((article) => articleLabel(article) === value || article.title === value);
  if (exact !== undefined) return exact;
  const [found, second] = catalog.find(value, 2);
  return value.trim() !== '' && second === undefined ? found : undefined;
}

function articleLabel({ title, publisher, published }: Article): string {
  const facts = [publisher, published]
    .filter((fact) => fact !== undefined)
    .map((fact) => ` · ${oneLine(fact)}`);
  const tail = clip(facts.join(''), 45);
  return `${clip(oneLine(title) || 'Untitled article', LIMITS.choiceText - tail.length)}${tail}`;
}
