import type { Article } from '../../corpus/article.ts';
import type { DatedEvent } from '../dated-event.ts';

/** Endings that make another word of a stem: what is inflatable has nothing to do with inflation. */
const OTHER_ENDING = /(?:able|ably|ible|ibly|ability|ibility)s?$/u;
/** Letters that a word and a topic's word share at least to be of one stem, and what an ending takes. */
const STEM = { least: 5, ending: 3 } as const;
/** Letters of a topic's word that a title's word begins with; shorter words are no names of topics. */
const TITLE_WORD = 4;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/**
 * A search finds a topic by the stems of its words, which is too much for a quote: it is not about "inflation" when it
 * has nothing but "inflatable", and not about the World Cup of its time when it only recalls "the 2011 World Cup".
 *
 * @param topic as it was asked for
 * @returns whether the sentence of an event may stand for the topic; also where its neighbours name the topic
 */
export function aboutTopic(topic: string): (event: DatedEvent) => boolean {
  const words = topic.toLowerCase().match(WORD) ?? [];
  const stems = words
    .filter((word) => word.length >= STEM.least + STEM.ending && !OTHER_ENDING.test(word))
    .map((word) => word.slice(0, word.length - STEM.ending));
  const phrase = words.join(' ');
  return ({ article, sentence, from }) => {
    const text = article.text.slice(sentence.start, sentence.end).toLowerCase();
    if (stems.some((stem) => hasOnlyOthers(text, stem))) return false;
    return !recallsOnly(text, phrase, Number.parseInt(from, 10));
  };
}

/** Has an article's title a word of the topic, in whatever form ("Ukrainian" for "Ukraine")? */
export function entitledWith(topic: string): (article: Pick<Article, 'title'>) => boolean {
  const stems = (topic.toLowerCase().match(WORD) ?? [])
    .filter((word) => word.length >= TITLE_WORD)
    .map((word) => word.slice(0, Math.max(TITLE_WORD, word.length - 2)));
  return ({ title }) => {
    const words = title.toLowerCase().match(WORD) ?? [];
    return stems.some((stem) => words.some((word) => word.startsWith(stem)));
  };
}

function hasOnlyOthers(text: string, stem: string): boolean {
  if (!text.includes(stem)) return false;
  const same = (text.match(WORD) ?? []).filter((word) => word.startsWith(stem));
  return same.length > 0 && same.every((word) => OTHER_ENDING.test(word));
}

/** Does the text name the topic only as that of an earlier year than the event's? */
function recallsOnly(text: string, phrase: string, year: number): boolean {
  if (phrase === '' || Number.isNaN(year)) return false;
  let recalled = false;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
    const named = Number(
      /(\d{4}) (?:men|women)?(?:['’]s )?$/u.exec(text.slice(Math.max(0, at - 16), at))?.[1],
    );
    if (Number.isNaN(named) || named >= year) return false;
    recalled = true;
  }
  return recalled;
}
