import { InvalidArgumentError, Option } from 'commander';
import type { CalendarDate } from '../../corpus/article.ts';
import { calendarDate, parseCalendarDate } from '../../corpus/metadata/parse-day.ts';

/** What `--corpus` gives. */
export interface CorpusOption {
  readonly corpus?: string;
}

/** The option that names the articles; one anew for each command, since commander keeps its value in it. */
export function corpusOption(): Option {
  return new Option(
    '--corpus <path>',
    'a folder of articles, or one .jsonl or .jsonl.gz file (default: DATABASE_URL, CORPUS_DIR or corpus/)',
  );
}

/** @returns what reads an option's value; it throws commander's error unless that is whole and within the bounds */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

/** @throws {InvalidArgumentError} unless the text is a day as YYYY-MM-DD */
export function dayOption(text: string): CalendarDate {
  const day = parseCalendarDate(text);
  if (day.ok) return day.date;
  throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
}

/** The day of the person at this terminal. */
export function today(): CalendarDate {
  const now = new Date();
  return calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
