import type { Article } from '../../corpus/article.ts';
import { maskOf } from '../features/lexical.ts';
import type { SentenceViews } from '../sentence/sentence-views.ts';
import type { Topic } from './topic.ts';

/** Letters of a term that its word in a title keeps; enough to pass most titles over without reading them. */
const KEPT_LETTERS = 3;

/**
 * Is this the topic's own article: is it entitled with the topic, and with little else? All that such an article says is
 * about the topic, also where it only says "it" or "the dome".
 */
export function isOwnArticle(article: Article, topic: Topic, views: SentenceViews): boolean {
  if (topic.terms.length === 0 || !mayName(article.title, topic)) return false;
  const title = views.title(article);
  const all = (1 << topic.terms.length) - 1;
  if (maskOf(topic, (term) => title.terms.has(term)) !== all) return false;
  const words = title.words.filter(({ stop }) => !stop);
  if (words.length <= topic.terms.length * 2) return true;
  // "Pantheon: history and architecture", "Pantheon (Rome)": what comes behind only says more of it.
  const last = words[topic.terms.length - 1];
  const leading = new Set(words.slice(0, topic.terms.length).map(({ term }) => term));
  const named = maskOf(topic, (term) => leading.has(term)) === all;
  return named && last !== undefined && /^\s*(?:[:,(–—|]|-\s)/u.test(title.text.slice(last.end));
}

function mayName(title: string, topic: Topic): boolean {
  const folded = title.toLowerCase().normalize('NFKD');
  return topic.terms.some(({ term, others }) =>
    [term, ...others].some((word) => folded.includes(word.slice(0, KEPT_LETTERS))),
  );
}
