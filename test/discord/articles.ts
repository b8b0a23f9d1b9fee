import type { Answer, AskOptions, Passage, Span } from '../../src/answer/answer.ts';
import type { Article } from '../../src/corpus/article.ts';
import { createCatalog } from '../../src/library/catalog.ts';
import type { Snapshot } from '../../src/library/index.ts';

/** An article of a few facts; what a test does not care about has a plain value. */
export function makeArticle(fields: Partial<Article> = {}): Article {
  const id = fields.id ?? 'bridge';
  return {
    id,
    path: `${id}.md`,
    line: 1,
    title: 'The old bridge reopens',
    authors: [],
    tags: [],
    text: 'The bridge was built in 1842.\n\nIt reopened on Monday. Mayor Ada Quill cut the ribbon.',
    hash: `hash-of-${id}`,
    ...fields,
  };
}

/** The passage that quotes `quote`, with `strong` as its focus. */
export function makePassage(
  article: Article,
  quote: string,
  strong?: string,
  alsoIn: readonly Article[] = [],
): Passage {
  const start = article.text.indexOf(quote);
  if (start === -1) throw new Error(`The article does not say "${quote}"`);
  const at = strong === undefined ? -1 : article.text.indexOf(strong, start);
  const focus: Span | undefined = strong === undefined ? undefined : [at, at + strong.length];
  const end = start + quote.length;
  return { article, start, end, sentence: [start, end], ...(focus && { focus }), score: 1, alsoIn };
}

export const ARTICLES: readonly Article[] = [
  makeArticle({
    id: 'bridge',
    publisher: 'The Harbour Post',
    authors: ['I. Vane'],
    url: 'https://harbour.example/bridge_(old)',
    published: '2021-08-05',
  }),
  makeArticle({
    id: 'ferry',
    title: 'Ferry fares *rise*',
    text: 'The ferry costs 4 crowns. The bridge is free of charge.\n\n# Not a heading\n> not a quote\n@everyone pays, says https://ferry.example/fares_2021.',
  }),
];

/**
 * A small corpus that really answers: sentences ranked by how many words they share with the question. Standing in for
 * the search, so that these tests depend on nothing but what they test.
 */
export function tinySnapshot(articles: readonly Article[] = ARTICLES): Snapshot {
  const sentences = articles.flatMap((article) =>
    [...article.text.matchAll(/\S[^\n]*?(?:\.(?=\s|$)|$)/gm)].map((match) =>
      makePassageAt(article, match.index, match[0].length),
    ),
  );
  const catalog = createCatalog(articles);
  return {
    articles,
    sentenceCount: sentences.length,
    problems: [],
    catalog,
    sentencesOf: (article) =>
      sentences
        .filter((sentence) => sentence.article === article)
        .map(({ start, end }) => ({ start, end, paragraph: 0 })),
    datesOf: () => undefined,
    sentencesAbout: () => ({ sentences: new Uint32Array() }),
    articlesAbout: () => new Map(),
    names: (typed, limit) =>
      ['Ada Quill', 'Monday']
        .filter((name) =>
          name
            .toLowerCase()
            .split(' ')
            .some((word) => word.startsWith(typed.toLowerCase())),
        )
        .slice(0, limit)
        .map((name) => ({ name, count: 1 })),
    ask,
    explain: () => {
      throw new Error('These articles explain nothing.');
    },
  };

  function ask(question: string, { top }: AskOptions): Answer {
    const asked = new Set(words(question).filter((word) => word.length > 3));
    const ranked = sentences
      .map((passage) => ({
        ...passage,
        score: words(quoted(passage)).filter((word) => asked.has(word)).length,
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, top);
    const suggestion = question.includes('brigde')
      ? { didYouMean: question.replaceAll('brigde', 'bridge') }
      : {};
    const [first, ...others] = ranked;
    const reason = asked.size === 0 ? 'empty' : 'unknown';
    if (first === undefined)
      return { kind: 'no-answer', question, confidence: 0, reason, closest: [], ...suggestion };
    if (first.score < 2)
      return {
        kind: 'no-answer',
        question,
        confidence: 0.1,
        reason: 'unsure',
        closest: ranked,
        ...suggestion,
      };
    return {
      kind: 'answer',
      question,
      confidence: 0.9,
      level: 'strong',
      passages: [first, ...others],
      ...suggestion,
    };
  }
}

function makePassageAt(article: Article, start: number, length: number): Passage {
  return { article, start, end: start + length, sentence: [start, start + length], score: 0, alsoIn: [] };
}

function quoted({ article, start, end }: Passage): string {
  return article.text.slice(start, end);
}

function words(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
