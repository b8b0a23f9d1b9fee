import type { Passage } from '../answer/answer.ts';
import type { Article, SentenceSpan } from '../corpus/article.ts';
import type { Snapshot } from '../library/index.ts';
import { ALERT_DEFAULTS } from './alert-defaults.ts';

/** An article that speaks of a topic. */
export interface Match {
  readonly article: Article;
  /** The sentences about it, numbered within the article. */
  readonly sentences: readonly number[];
  /** Its title speaks of it. */
  readonly inTitle: boolean;
}

type Search = Pick<Snapshot, 'articlesAbout' | 'sentencesOf'>;

/**
 * Which of some new articles speak of a topic: its names in any spelling, in the title, or in enough of the sentences. One that
 * mentions it in passing does not.
 * @param terms see `Library.terms`
 */
export function matchArticles(
  snapshot: Search,
  topic: string,
  articles: ReadonlySet<Article>,
  terms: (text: string) => readonly string[],
): Match[] {
  const words = wordsOf(topic);
  // The search passes over words such as "will", which make the name in "Will Smith".
  const phrase = terms(topic).length < words.length ? ` ${words.join(' ')} ` : undefined;
  return [...snapshot.articlesAbout(topic, articles)].flatMap(([article, found]) => {
    const spans = snapshot.sentencesOf(article);
    const titleWords = ` ${wordsOf(article.title).join(' ')} `;
    const inTitle =
      phrase === undefined
        ? words.every((word) => titleWords.includes(` ${word} `))
        : titleWords.includes(phrase);
    const sentences = found.filter((number) => {
      const text = textAt(article, spans[number]);
      return (phrase === undefined || text.includes(phrase)) && !isMedium(text, words.join(' '));
    });
    return sentences.length > 0 && speaks(sentences, spans.length, inTitle)
      ? [{ article, sentences, inTitle }]
      : [];
  });
}

function speaks(sentences: readonly number[], all: number, inTitle: boolean): boolean {
  const { share, firstSentences, shareFromFirst, sentences: least, shortArticle } = ALERT_DEFAULTS;
  const [first = all] = sentences;
  // One sentence is enough at the begin of a short article, not at its end.
  if (sentences.length < least && (all > shortArticle || first >= firstSentences)) return false;
  const own = sentences.length / Math.max(1, all);
  return inTitle || own >= share || (first < firstSentences && own >= shareFromFirst);
}

/** Before and behind a topic that only carried what somebody said: "wrote on Twitter", "in a Twitter post". */
const SAID_ON =
  'said on,said via,wrote on,posted on,posted to,shared on,added on,tweeted on,announced on,post on,posts on,video on,thread on,message on'.split(
    ',',
  );
const POSTS = 'post,posts,thread,message,messages,account,profile,feed'.split(',');

function isMedium(text: string, topic: string): boolean {
  if (text.split(` ${topic} `).length !== 2) return false;
  return (
    SAID_ON.some((lead) => text.includes(` ${lead} ${topic} `)) ||
    POSTS.some((post) => text.includes(` ${topic} ${post} `))
  );
}

/** The words of a sentence, with a blank around each. */
function textAt({ text }: Article, span: SentenceSpan | undefined): string {
  return span === undefined ? '' : ` ${wordsOf(text.slice(span.start, span.end)).join(' ')} `;
}

/** The sentence of a match that says most by itself: about the topic, early, of a good length, no question. */
export function bestPassage(
  snapshot: Pick<Snapshot, 'sentencesOf'>,
  { article, sentences }: Match,
  topic: string,
): Passage {
  const spans = snapshot.sentencesOf(article);
  const { full, longest } = ALERT_DEFAULTS;
  const words = wordsOf(topic);
  const rated = sentences.flatMap((number) => {
    const span = spans[number];
    if (span === undefined) return [];
    const text = article.text.slice(span.start, span.end);
    const own = new Set(wordsOf(text));
    const named = words.filter((word) => own.has(word)).length / Math.max(1, words.length);
    const fits = text.length > longest ? 0 : Math.min(1, text.length / full);
    const whole = /^["“‘'([]?[\p{Lu}\d]/u.test(text) && /[.!”"’)]$/.test(text) ? 0.5 : 0;
    const early = 1 / (1 + number / 4);
    return [{ span, score: named + fits + whole + early }];
  });
  const best = rated.reduce<(typeof rated)[number] | undefined>(
    (top, one) => (top === undefined || one.score > top.score ? one : top),
    undefined,
  );
  const { start, end } = best?.span ?? { start: 0, end: Math.min(article.text.length, longest) };
  return { article, start, end, sentence: [start, end], score: best?.score ?? 0, alsoIn: [] };
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
