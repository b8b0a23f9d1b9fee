import type { Article } from '../src/corpus/article.ts';
import { type AskedCorpus, type AskedQuestion, asUnanswerable, plainArticle } from './kinds.ts';
import { answerTest, isDistinctive } from './relevance.ts';

/** Numbers from 0 to 1 that are the same for the same seed (a linear congruential generator, Numerical Recipes). */
export function randomFrom(seed: number): () => number {
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Every n-th of some things. */
export function everyNth<T>(items: readonly T[], n: number): T[] {
  return items.filter((_, i) => i % n === 0);
}

/** A corpus that is also asked what it can't answer. */
export function withOthers(corpus: AskedCorpus, others: readonly AskedQuestion[]): AskedCorpus {
  return { ...corpus, questions: [...corpus.questions, ...others.map(asUnanswerable)] };
}

/**
 * The same articles in several small corpora, each asked the questions about its own articles and some about others'.
 * @param size articles a corpus
 */
export function inPieces(corpus: AskedCorpus, size: number, ofOthers: number): AskedCorpus[] {
  const groupOf = (article: Article): string => `${corpus.kind}/${article.title}`;
  const idGroup = (article: Article): string => `${corpus.kind}/${article.id}`;
  return Array.from({ length: Math.ceil(corpus.articles.length / size) }, (_, piece) => {
    const articles = corpus.articles.slice(piece * size, (piece + 1) * size);
    const groups = new Set(articles.flatMap((article) => [groupOf(article), idGroup(article)]));
    const own = corpus.questions.filter(({ group }) => groups.has(group));
    const others = corpus.questions.filter(({ group }) => !groups.has(group));
    const step = Math.max(1, Math.floor(others.length / Math.max(ofOthers, 1)));
    return withOthers(
      { ...corpus, name: `${corpus.name} in pieces of ${size}`, articles, questions: own },
      everyNth(others, step).slice(0, ofOthers),
    );
  });
}

/** The same corpus with every paragraph as an article under its article's title. */
export function byParagraph(corpus: AskedCorpus, everyQuestion: number): AskedCorpus {
  const articles = corpus.articles.flatMap(({ id, title, text }) =>
    text.split('\n\n').map((paragraph, i) => plainArticle(`${id}#${i}`, title, paragraph)),
  );
  const questions = everyNth(corpus.questions, everyQuestion);
  return { ...corpus, name: `${corpus.name} by paragraph`, articles, questions };
}

/** Articles that are random, about a question's subject, and answering it, by the question's place. */
export interface SubjectArticles {
  readonly answering: readonly (Article | undefined)[];
  readonly near: readonly (Article | undefined)[];
}

/**
 * Corpora of a handful of articles: one with an article that answers each question, one with articles on the same
 * subjects that do not. Only for questions whose answer hardly stands anywhere by accident.
 * @param together questions that share a corpus
 */
export function handfuls(
  corpus: AskedCorpus,
  { answering, near }: SubjectArticles,
  size: number,
  together: number,
  most: number,
): AskedCorpus[] {
  const random = randomFrom(size);
  const usable = [...corpus.questions.keys()]
    .filter((q) => answering[q] !== undefined && corpus.questions[q]?.answers?.some(isDistinctive) === true)
    .slice(0, most * 4)
    .filter((_, i) => i % 4 === size % 4);
  const corpora: AskedCorpus[] = [];
  for (let from = 0; from < usable.length; from += together) {
    const members = usable.slice(from, from + together);
    const questions = members.flatMap((q) => corpus.questions[q] ?? []);
    const holds = answerTest(questions.flatMap(({ answers = [] }) => answers.filter(isDistinctive)));
    const fill = (articles: readonly (Article | undefined)[]): Article[] => {
      const chosen = new Set(articles.flatMap((article) => article ?? []));
      for (let tries = 0; chosen.size < size && tries < size * 10; tries++) {
        const article = corpus.articles[Math.floor(random() * corpus.articles.length)];
        if (article !== undefined && !holds(`${article.title}\n${article.text}`)) chosen.add(article);
      }
      return [...chosen];
    };
    const name = `${corpus.name} in handfuls of ${size}`;
    const nearOnes = members.map((q) => near[q]);
    corpora.push({
      ...corpus,
      name,
      articles: fill([...members.map((q) => answering[q]), ...nearOnes]),
      questions,
    });
    const without = fill(
      nearOnes.filter((article) => article && !holds(`${article.title}\n${article.text}`)),
    );
    corpora.push({ ...corpus, name, articles: without, questions: questions.map(asUnanswerable) });
  }
  return corpora;
}
