import { z } from 'zod';
import type { DateExpression } from '../../src/timeline/dated-event.ts';
import { findDates } from '../../src/timeline/dates/find-dates.ts';
import { isCalendarDate } from '../../src/timeline/resolve/day-numbers.ts';
import { Story } from '../../src/timeline/resolve/running-story.ts';
import { dateOfWord } from './date-of-word.ts';

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

/** The date of every word of the articles. */
export function guessDates(articles: z.infer<typeof SemEval>['articles']): Guess[] {
  return articles.flatMap((article) => {
    const story = new Story(article.sentences.join('\n'), article.published);
    return article.sentences.flatMap((sentence, number) => {
      const found = findDates(sentence, article.published, story);
      // A sentence that is nothing but a date is the date line.
      const dates = found.some((date) => date.text.length >= sentence.trim().length - 1) ? [] : found;
      story.newParagraph();
      const place = { doc: article.id, sentence: number };
      const value = (date: DateExpression | undefined): string =>
        date?.from === undefined
          ? article.published
          : date.type === 'TIME'
            ? date.from
            : date.value.replace('FY', '');
      const words = [...sentence.matchAll(/\p{L}[\p{L}-]+/gu)].map((word) => ({
        ...place,
        event: word[0],
        date: value(dateOfWord(sentence, word.index, dates)),
      }));
      return [...words, { ...place, date: value(dates.find((date) => date.from !== undefined)) }];
    });
  });
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
