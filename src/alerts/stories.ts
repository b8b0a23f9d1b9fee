import type { Article, SentenceSpan } from '../corpus/article.ts';
import type { Story } from '../state/feeds/follows.ts';
import { deathIn } from '../timeline/choose/life-ends.ts';
import { KIN } from '../timeline/choose/tale.ts';
import { findDates } from '../timeline/dates/find-dates.ts';
import { ALERT_DEFAULTS } from './alert-defaults.ts';
import type { Match } from './match-articles.ts';

/** What begins the term of somebody's death, and of a day on which something happened. */
const DEATH = '†';
const DAY = '@';
const DAY_LENGTH = 24 * 60 * 60 * 1000;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * What an article tells of a topic: the stemmed words of its title and of its first sentences about the topic, without
 * those of the topic, which all have; whose death it tells, and the days it tells of. A round-up of the day is known by
 * what it says of the topic, not by all that it says.
 *
 * @param spans the article's sentences
 * @param terms see `Library.terms`
 */
export function storyTerms(
  { article, sentences }: Match,
  spans: readonly SentenceSpan[],
  topic: string,
  terms: (text: string) => readonly string[],
): string[] {
  const shared = new Set(terms(topic));
  const told = firstOf(sentences.flatMap((number) => spans[number] ?? []));
  const begin = told.map(({ start, end }) => article.text.slice(start, end)).join('\n');
  const words = terms(kindred(`${article.title}. ${begin}`)).filter((term) => !shared.has(term));
  return [...new Set([...words, ...deathsIn(article, told), ...daysIn(article, begin)])];
}

/** "5 things to know for July 11: …", "Truss resigns, bomb threats, Orionids: Daily Briefing": many things in one article. */
export function isRoundUp(title: string): boolean {
  return ROUND_UP.test(title) || title.split(/, | and /).length >= MANY;
}

const ROUND_UP =
  /\b(?:\d{1,2}|five|seven|ten) (?:big |other )?things\b|\b(?:daily|morning|evening|weekly) (?:briefing|news|digest)\b|day[’']s news\b|\b(?:photos|news) (?:this|of the) week\b|\bround-?up\b|\bbiggest news\b/iu;
/** Parts of a title that a comma or "and" joins. */
const MANY = 4;

/** So many of the sentences as tell what it is about. */
function firstOf(spans: readonly SentenceSpan[]): SentenceSpan[] {
  const first: SentenceSpan[] = [];
  let length = 0;
  for (const span of spans) {
    if (length >= ALERT_DEFAULTS.begin) break;
    first.push(span);
    length += span.end - span.start;
  }
  return first;
}

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "died", "dies" and "death" are one word here, "nine" and "9" another. */
function kindred(text: string): string {
  return text.replace(WORD, (word) => {
    const lower = word.toLowerCase();
    const number = NUMBERS.indexOf(lower);
    return number >= 0 ? String(number) : (KIN.get(lower) ?? word);
  });
}

function deathsIn(article: Article, told: readonly SentenceSpan[]): string[] {
  return told.flatMap((sentence) => {
    const name = deathIn({ article, sentence });
    return name === undefined ? [] : [`${DEATH}${name}`];
  });
}

function daysIn({ published }: Article, text: string): string[] {
  return findDates(text, published).flatMap(({ from, to }) =>
    from !== undefined && from === to ? [`${DAY}${from}`] : [],
  );
}

/**
 * The story that an article tells again, if it was told lately: it tells the same death, or enough of what the shorter one
 * says is in the other, where a word counts by its rarity among the stories of the topic (a weighted overlap coefficient,
 * Szymkiewicz and Simpson).
 */
export function sameStory(
  stories: readonly Story[],
  own: readonly string[],
  now: number,
  isRoundUp = false,
): Story | undefined {
  const words = new Set(own);
  const weightOf = weights([...stories.map(({ terms }) => terms), own]);
  const rated = stories
    .filter(({ at }) => now - at <= ALERT_DEFAULTS.story)
    .map((story) => ({ story, share: shareOf(story, words, weightOf) }))
    .filter(
      ({ story, share }) => share >= leastShare(now - story.at) * (isRoundUp ? ALERT_DEFAULTS.roundUp : 1),
    );
  return rated.sort((a, b) => b.share - a.share)[0]?.story;
}

/** Of the first article alone, or of all that tell the story, whose words are many. */
function shareOf({ terms, more = [] }: Story, words: ReadonlySet<string>, weightOf: WeightOf): number {
  const first = likeness(words, terms, weightOf);
  if (more.length === 0) return first;
  return Math.max(first, ALERT_DEFAULTS.ofAll * likeness(words, [...terms, ...more], weightOf));
}

/** On the first day a story is told in many ways; what comes days later is told again only when it is much the same. */
function leastShare(age: number): number {
  return ALERT_DEFAULTS.sameStory + (ALERT_DEFAULTS.perDay * Math.max(0, age)) / DAY_LENGTH;
}

/** What the further tellings of a story say, besides its first one: as many words as count. */
export function furtherTerms({ terms, more = [] }: Story, own: readonly string[]): string[] {
  const known = new Set([...terms, ...more]);
  return [...more, ...own.filter((term) => !known.has(term))].slice(0, ALERT_DEFAULTS.furtherTerms);
}

type WeightOf = (term: string) => number;

/** What most stories of a topic say tells little of any one. */
function weights(tellings: readonly (readonly string[])[]): WeightOf {
  const counts = new Map<string, number>();
  for (const terms of tellings) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const all = tellings.length + ALERT_DEFAULTS.smoothing;
  return (term) => Math.log(all / ((counts.get(term) ?? 0) + 0.5));
}

function likeness(words: ReadonlySet<string>, other: readonly string[], weightOf: WeightOf): number {
  const shared = other.filter((term) => words.has(term));
  if (shared.some((term) => term.startsWith(DEATH))) return 1;
  const sum = (terms: Iterable<string>): number => [...terms].reduce((all, term) => all + weightOf(term), 0);
  const shorter = Math.min(sum(words), sum(other));
  return shorter <= 0 ? 0 : sum(shared) / shorter;
}
