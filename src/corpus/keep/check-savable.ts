import type { Article } from '../article.ts';
import type { Rendered } from './render-draft.ts';

/** The article of the corpus that has an id. */
export type Known = (id: string) => Pick<Article, 'path' | 'title'> | undefined;

/**
 * A file of many articles must not take over the addresses of articles that stand in other files: by its name alone it
 * would come first, and quotes of theirs would become quotes of it.
 */
export function refuseTaken(rendered: Rendered, known: Known): Rendered {
  if (rendered.editable) return rendered;
  const taken = rendered.articles.flatMap(({ article: { id } }) => {
    const there = known(id);
    return there === undefined || there.path === rendered.path ? [] : [{ id, ...there }];
  });
  const [first] = taken;
  if (first === undefined) return rendered;
  const message =
    taken.length === 1
      ? `It has the address of an article that is in ${first.path} already: ${first.id.slice(0, 200)}.`
      : `It has the addresses of ${taken.length} articles that are in other files already, ${first.path} first: ${first.id.slice(0, 200)}.`;
  const fix = 'Remove those articles first, or take them out of the file.';
  const problem = { severity: 'error' as const, path: rendered.path, message, fix };
  return { ...rendered, taken: true, problems: [problem, ...rendered.problems] };
}

/** The title of what would be saved; `undefined` when nothing of it is usable, or it would take another's place. */
export function titleOf({ articles, path, taken = false }: Rendered): string | undefined {
  const usable = articles.filter(
    ({ problems, article }) => article.text !== '' && problems.every(({ severity }) => severity !== 'error'),
  );
  if (taken) return undefined;
  if (usable.length > 1) return `${usable.length} articles of ${path}`;
  return usable[0]?.article.title;
}
