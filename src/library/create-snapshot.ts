import type { Engine } from '../answer/engine.ts';
import type { Problem } from '../corpus/article.ts';
import { type CatalogRow, createCatalog } from './catalog.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Binds an engine to what else is known about its articles.
 * @param before rows of the catalog of an earlier snapshot
 */
export function createSnapshot(
  engine: Engine,
  problems: readonly Problem[],
  before?: readonly CatalogRow[],
): Snapshot {
  const { articles, sentenceCount } = engine;
  return {
    articles,
    sentenceCount,
    problems,
    catalog: createCatalog(articles, before),
    sentencesOf: (article) => engine.spansOf(article),
    datesOf: (article) => engine.notesOf(article),
    sentencesAbout: (topic) => engine.sentencesAbout(topic),
    articlesAbout: (topic, some) => engine.articlesAbout(topic, some),
    names: (typed, limit) => engine.names(typed, limit),
    ask: (question, options) => engine.ask(question, options),
    explain: (question, options) => engine.explain(question, options),
  };
}
