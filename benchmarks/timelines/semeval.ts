import { z } from 'zod';
import type { DateExpression } from '../../src/timeline/dated-event.ts';
import { findDates } from '../../src/timeline/dates/find-dates.ts';
import { isCalendarDate } from '../../src/timeline/resolve/day-numbers.ts';
import { Story } from '../../src/timeline/resolve/running-story.ts';
import { dateOfWord, isReporting } from './date-of-word.ts';

const Day = z.string().refine(isCalendarDate);

/** SemEval-2015 task 4: the date of each event word. */
export const SemEval = z.object({
  articles: z.array(
    z.object({ id: z.string(), published: Day, title: z.string(), sentences: z.array(z.string()) }),
  ),
  timelines: z.array(
    z.object({
      entity: z.string(),
      entries: z.array(
        z.object({ date: z.string().nullable(), doc: z.string(), sentence: z.number(), event: z.string() }),
      ),
    }),
  ),
});
/** One guess: the date of a word, or of a sentence when it names none. */
interface Guess {
  readonly doc: string;
  readonly sentence: number;
  readonly date: string;
  readonly event?: string;
}

/** So near a date tells when a word's event was, wherever else in the article the event is named. */
const NEAR = 8;
/** A word of an event of its own: long enough, and not in every other sentence. */
const TELLING = { letters: 5, most: 4 } as const;

/** A word, or a sentence without one, and the date that stands in its sentence, if any. */
interface Word extends Omit<Guess, 'date'> {
  readonly date: string | undefined;
  /** The word's stem, when its sentence has no date for it and another sentence may tell. */
  readonly asks?: string;
}

/**
 * The date of every word of the articles: the nearest one of its sentence; where the sentence has none, the one that the
 * same word has right beside it elsewhere in the article ("signed on June 15", then "signed"); else the publication's.
 */
export function guessDates(
  articles: z.infer<typeof SemEval>['articles'],
  stemOf: (word: string) => string,
): Guess[] {
  return articles.flatMap((article) => {
    const elsewhere = new DatedWords();
    const story = new Story(article.sentences.join('\n'), article.published);
    const words = article.sentences.flatMap((sentence, number): Word[] => {
      const found = findDates(sentence, article.published, story);
      // A sentence that is nothing but a date is the date line.
      const dates = found.some((date) => date.text.length >= sentence.trim().length - 1) ? [] : found;
      story.newParagraph();
      const place = { doc: article.id, sentence: number };
      const first = dates.find((date) => date.from !== undefined);
      const own = [...sentence.matchAll(/\p{L}[\p{L}-]+/gu)].map((word): Word => {
        const [event] = word;
        const stem = stemOf(event.toLowerCase());
        const attached = dateOfWord(sentence, word.index, dates);
        const date = attached?.date.from === undefined ? undefined : timexOf(attached.date);
        elsewhere.note(stem, date, attached?.cost);
        const mayAsk = attached === undefined && event.length >= TELLING.letters && !isReporting(event);
        return { ...place, event, date, ...(mayAsk && { asks: stem }) };
      });
      return [...own, { ...place, date: first && timexOf(first) }];
    });
    return words.map(({ date, asks, ...word }) => ({
      ...word,
      date: date ?? (asks === undefined ? undefined : elsewhere.dateOf(asks)) ?? article.published,
    }));
  });
}

/** The dates that an article's words have right beside them. */
class DatedWords {
  readonly #times = new Map<string, number>();
  readonly #dates = new Map<string, { readonly date: string; readonly cost: number }>();

  note(stem: string, date: string | undefined, cost = Number.POSITIVE_INFINITY): void {
    this.#times.set(stem, (this.#times.get(stem) ?? 0) + 1);
    const known = this.#dates.get(stem)?.cost ?? NEAR + 1;
    if (date !== undefined && cost < known) this.#dates.set(stem, { date, cost });
  }

  dateOf(stem: string): string | undefined {
    return (this.#times.get(stem) ?? 0) <= TELLING.most ? this.#dates.get(stem)?.date : undefined;
  }
}

function timexOf({ type, value, from }: DateExpression): string {
  return type === 'TIME' && from !== undefined ? from : value.replace('FY', '');
}

/** How many event words have their date, and how many of those that are not dated by the day of publication. */
export function scoreSemEval(
  gold: z.infer<typeof SemEval>,
  guesses: readonly Guess[],
): Record<string, number> {
  const byWord = new Map<string, Guess>();
  for (const guess of guesses.toReversed())
    byWord.set(`${guess.doc} ${guess.sentence} ${guess.event ?? ''}`, guess);
  const published = new Map(gold.articles.map((article) => [article.id, article.published]));
  let [all, right, hard, hardRight, always] = [0, 0, 0, 0, 0];
  for (const { date, doc, sentence, event } of gold.timelines.flatMap((timeline) => timeline.entries)) {
    if (date === null) continue;
    const guess = byWord.get(`${doc} ${sentence} ${event}`) ?? byWord.get(`${doc} ${sentence} `);
    const isRight = guess !== undefined && covers(date, guess.date);
    all++;
    if (isRight) right++;
    if (covers(date, published.get(doc) ?? '')) always++;
    if (date === published.get(doc)) continue;
    hard++;
    if (isRight) hardRight++;
  }
  return {
    entries: all,
    right: right / all,
    notPublicationDay: hard,
    rightOfThose: hardRight / hard,
    alwaysPublicationDay: always / all,
  };
}

/** Is the guessed date at least as fine as the wanted one and inside it? */
function covers(wanted: string, guess: string): boolean {
  return guess.startsWith(wanted) || (/^\d{4}$/.test(wanted) && guess.startsWith(`${wanted}-`));
}
