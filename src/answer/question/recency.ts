import type { Article, CalendarDate } from '../../corpus/article.ts';

/** "on Monday" counts from today; "Black Friday" and "Easter Sunday" are names. */
const WEEKDAY = /(?<!\p{Lu}\p{L}{1,30} )\b(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day\b/u;

/** Words by which a question counts from the day it is asked on, and how many days back they reach, the shortest first. */
const REACHES: readonly (readonly [days: number, words: RegExp])[] = [
  [
    7,
    /\b(?:this (?:past )?(?:week|weekend)|today|yesterday|tonight|last (?:night|weekend)|earlier this week)\b/i,
  ],
  [7, WEEKDAY],
  [14, /\blast week\b/i],
  [
    30,
    /\b(?:recent(?:ly)?|latest|just (?:announced|released)|newly|upcoming|currently|now|earlier this|(?:this|last) month|next (?:week|month|year))\b/i,
  ],
  [60, /\bthis (?:season|summer|winter|spring|fall|autumn|quarter)\b/i],
  [180, /\b(?:this year|so far)\b/i],
];

/**
 * How many days back a question reaches that itself counts from the day it is asked on: 7 for "this week", 30 for
 * "recently", 180 for "this year"; undefined for any other question.
 */
export function recencyOf(text: string): number | undefined {
  return REACHES.find(([, words]) => words.test(text))?.[0];
}

const RECENCY = {
  /** What is left of the search's score of a sentence that is much too old, or of unknown age. */
  least: 0.5,
  /** In how many times the question's reach an article that is too old by so much loses most of the rest. */
  fade: 2,
} as const;

const DAY = 86_400_000;

/** Days between an article's publication and the day of the question, either way; undefined when one is unknown. */
export function daysApart(
  published: CalendarDate | undefined,
  asked: CalendarDate | undefined,
): number | undefined {
  return published === undefined || asked === undefined
    ? undefined
    : Math.abs(Date.parse(asked) - Date.parse(published)) / DAY;
}

/**
 * What an article's sentences weigh in a search that counts from the day it is asked on, up to 1.
 * @param days from `daysApart`
 * @param reach from `recencyOf`
 */
export function recencyWeight(days: number | undefined, reach: number): number {
  if (days === undefined) return RECENCY.least;
  return RECENCY.least + (1 - RECENCY.least) * Math.exp(-Math.max(0, days - reach) / (RECENCY.fade * reach));
}

/**
 * Makes the function by which a search weighs articles. It keeps what it read of an article's date, so that asking
 * again costs little.
 */
export function createRecencyWeights(): (
  asked: CalendarDate,
  reach: number,
) => (article: Pick<Article, 'published'>) => number {
  const days = new WeakMap<object, number>();
  return (asked, reach) => {
    const today = Date.parse(asked) / DAY;
    return (article) => {
      if (article.published === undefined) return recencyWeight(undefined, reach);
      let day = days.get(article);
      if (day === undefined) {
        day = Date.parse(article.published) / DAY;
        days.set(article, day);
      }
      return recencyWeight(Math.abs(today - day), reach);
    };
  };
}
