import type { Engine } from '../answer/engine.ts';
import type { Article, Problem } from '../corpus/article.ts';
import { createCatalog } from './catalog.ts';
import type { Snapshot } from './snapshot.ts';

/** Binds an engine to what else is known about its articles. */
export function createSnapshot(engine: Engine, problems: readonly Problem[]): Snapshot {
  const { articles, sentenceCount } = engine;
  let numbers: ReadonlyMap<Article, number> | undefined;
  return {
    articles,
    sentenceCount,
    problems,
    catalog: createCatalog(articles),
    sentencesOf(article) {
      numbers ??= new Map(articles.map((each, number) => [each, number]));
      const number = numbers.get(article);
      return number === undefined ? [] : engine.spansOf(number);
    },
    sentencesAbout: (topic) => engine.sentencesAbout(topic),
    names: (typed, limit) => engine.names(typed, limit),
    ask: (question, options) => engine.ask(question, options),
    explain: (question, options) => engine.explain(question, options),
  };
}
