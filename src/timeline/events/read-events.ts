import type { Article, BlockKind, CalendarDate, SentenceSpan } from '../../corpus/article.ts';
import type { DatedEvent, DateExpression, UnresolvedDate } from '../dated-event.ts';
import { findDates } from '../dates/find-dates.ts';
import { isCitation } from '../quote/citation.ts';
import { compareDays, parseDay } from '../resolve/day-numbers.ts';
import { Story } from '../resolve/running-story.ts';
import { isInterval } from '../tell/format-dates.ts';
import { isBoilerplate } from './dateline-boilerplate.ts';
import { HeadingReader } from './heading-dates.ts';
import { isLivePage } from './live-page.ts';

/** Blocks that stand beside the text: their dates are of what they name, print or advertise. */
const TELLS_NOTHING: ReadonlySet<BlockKind> = new Set([
  'heading',
  'caption',
  'code',
  'bibliography',
  'exercise',
  'navigation',
]);

/** What the dates of one article's sentences say. */
export interface ArticleDates {
  /** In the order of the text; a sentence with two dates gives two events. */
  readonly events: readonly DatedEvent[];
  /** Dates that only a publication date could place. */
  readonly unresolved: readonly UnresolvedDate[];
  /** Positions in the list of sentences of by-lines, copyright lines and the like. */
  readonly boilerplate: ReadonlySet<number>;
}

/**
 * Reads the dates of an article, sentence by sentence, each with the date mentioned last before it in mind.
 *
 * Durations, repetitions and vague words ("recently") are no events; the two ends of an interval make one event; a
 * century or decade that only describes ("the worst regimes of the 21st century") is left out, and so is a year that only
 * says when a work was published.
 *
 * @param sentences the article's sentences in order, as offsets into its text
 */
export function datedEvents(article: Article, sentences: readonly SentenceSpan[]): ArticleDates {
  const steps = readEvents(article, sentences);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** {@link datedEvents}, a step for each sentence, so that a long article can be read between other work. */
export function* readEvents(
  article: Article,
  sentences: readonly SentenceSpan[],
): Generator<undefined, ArticleDates, undefined> {
  const events: DatedEvent[] = [];
  const unresolved: UnresolvedDate[] = [];
  const boilerplate = new Set<number>();
  const isLive = isLivePage(article);
  const story = new Story(article.text, article.published, isLive);
  const headings = new HeadingReader(article, story);
  let paragraph = sentences[0]?.paragraph;
  for (const [number, sentence] of sentences.entries()) {
    yield;
    const text = article.text.slice(sentence.start, sentence.end);
    if (sentence.paragraph !== paragraph) story.newParagraph();
    paragraph = sentence.paragraph;
    headings.enter(sentence.block);
    const before = story.state;
    const found = findDates(text, article.published, story);
    const kind = sentence.block === undefined ? undefined : article.blocks?.[sentence.block]?.kind;
    if ((kind !== undefined && TELLS_NOTHING.has(kind)) || isBoilerplate(text, found)) {
      boilerplate.add(number);
      story.restore(before);
      continue;
    }
    for (const expression of joinIntervals(found)) {
      if (expression.type !== 'DATE' && expression.type !== 'TIME') continue;
      if (expression.compared || isDescription(expression, text) || isCitation(text, expression)) continue;
      const event = toEvent(article, sentence, expression, isLive);
      if (event) addUnlessSaid(events, event);
      else if (isPlaceable(expression)) {
        const { start, end } = sentence;
        const at = [start + expression.start, Math.min(end, start + expression.end)] as const;
        unresolved.push({ article, sentence, expression: at, value: expression.value });
      }
    }
  }
  return { events, unresolved, boilerplate };
}

/** "from 2011 to 2013" is one event from the first day of 2011 to the last of 2013. */
function joinIntervals(found: readonly DateExpression[]): DateExpression[] {
  const joined: DateExpression[] = [];
  for (const [at, expression] of found.entries()) {
    const next = found[at + 1];
    if (expression.bound === 'to' && found[at - 1]?.bound === 'from') continue;
    if (
      expression.bound === 'from' &&
      next?.bound === 'to' &&
      next.to !== undefined &&
      expression.from !== undefined
    ) {
      joined.push({ ...expression, end: next.end, to: next.to });
    } else joined.push(expression);
  }
  return joined;
}

function toEvent(
  article: Article,
  sentence: SentenceSpan,
  expression: DateExpression,
  isLive: boolean,
): DatedEvent | undefined {
  const { from, to, precision, basis, approx, part, open } = expression;
  if (from === undefined || to === undefined || precision === undefined) return undefined;
  const { published } = article;
  return {
    article,
    sentence,
    expression: [sentence.start + expression.start, sentence.start + expression.end],
    from,
    to,
    precision,
    basis,
    ...(approx && { approx }),
    ...(part && { part }),
    ...(open && { open }),
    planned: published === undefined ? expression.planned === true : isAhead(expression, published, isLive),
  };
}

/** After its publication, unless a page that was added to tells it of the next day as past. */
function isAhead({ from, planned }: DateExpression, published: CalendarDate, isLive: boolean): boolean {
  if (from === undefined || compareDays(from, published) <= 0) return false;
  return !(isLive && planned !== true && parseDay(from) === parseDay(published) + 1);
}

/** The same day twice in one sentence is one event, and so is "this year" beside one of its days. */
function addUnlessSaid(events: DatedEvent[], event: DatedEvent): void {
  for (let at = events.length - 1; at >= 0; at--) {
    const before = events[at];
    if (before?.sentence !== event.sentence) break;
    if ((before.from === event.from && before.to === event.to) || isWithin(before, event)) return;
    if (isWithin(event, before)) events.splice(at, 1);
  }
  events.push(event);
}

function isWithin(fine: DatedEvent, coarse: DatedEvent): boolean {
  if (coarse.open !== undefined || coarse.basis === 'stated' || isInterval(coarse)) return false;
  return compareDays(coarse.from, fine.from) <= 0 && compareDays(fine.to, coarse.to) <= 0;
}

/** "of the 21st century" says what kind, not when; "in the 21st century" says when. */
function isDescription(expression: DateExpression, text: string): boolean {
  if (!['millennium', 'century', 'decade'].includes(expression.precision ?? '')) return false;
  return (
    !/\b(?:in|during|since|from|until|by|before|after|through|throughout|over|between|and|to)\s*$/i.test(
      text.slice(0, expression.start),
    ) && expression.start > 0
  );
}

/** A weekday, month, day or "last year" that a publication date would place; not "now", "recently", "the future". */
function isPlaceable(expression: DateExpression): boolean {
  return !/_REF|^BC|^T/.test(expression.value) && !/^XXXX-XX-XXT/.test(expression.value);
}
