import type { Article, TextSpan } from '../../corpus/article.ts';
import { findDates } from '../dates/find-dates.ts';
import { dayParts, parseDay } from '../resolve/day-numbers.ts';
import { yearPeriod } from '../resolve/period.ts';
import type { Story } from '../resolve/running-story.ts';

/** Titles of lists of days, whose lines may lack the year that the title has. */
const CHRONOLOGY =
  /\b(?:timeline|chronology|chronicle|key (?:dates|events|moments)|day by day|year in review)\b/i;

/** Starts of the headings a block stands under, outermost first; none outside all headings. */
function headingsOver(article: Article, block: number | undefined): readonly TextSpan[] {
  const context = block === undefined ? undefined : article.blocks?.[block]?.context;
  return (context ?? []).flatMap(({ role, span }) => (role === 'heading' ? [span] : []));
}

/** Tells a story which headings its sentences stand under, as those change from block to block. */
export class HeadingReader {
  readonly #article: Article;
  readonly #story: Story;
  #path = '';
  #block: number | undefined;

  constructor(article: Article, story: Story) {
    this.#article = article;
    this.#story = story;
    if (!CHRONOLOGY.test(article.title)) return;
    const years = findDates(article.title, undefined).filter(({ precision }) => precision === 'year');
    const [year] = years;
    if (year?.from !== undefined && years.length === 1)
      story.readTitle(yearPeriod(dayParts(parseDay(year.from)).year));
  }

  /** To be called before a sentence of the block is read. */
  enter(block: number | undefined): void {
    if (block === this.#block) return;
    this.#block = block;
    const headings = headingsOver(this.#article, block);
    const path = headings.map(([start]) => start).join(' ');
    if (path === this.#path) return;
    this.#path = path;
    this.#story.leaveHeading();
    for (const [start, end] of headings) {
      findDates(this.#article.text.slice(start, end), this.#article.published, this.#story);
    }
  }
}
