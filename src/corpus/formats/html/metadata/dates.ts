import type { CalendarDate } from '../../../article.ts';
import { parseCalendarDate } from '../../../metadata/parse-day.ts';
import { type DomDocument, type DomElement, textOf } from '../dom.ts';
import { isOthers } from '../furniture/names.ts';

/** `<meta>` names that tell the day of publication, most trusted first. */
export const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'rnews:datepublished',
  'article.published',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'prism.publicationdate',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'published_at',
  'dc.date',
  'dc.date.issued',
  'dc.date.created',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'sailthru.date',
  'parsely-pub-date',
  'bt:pubdate',
] as const;

const UPDATED = /\b(?:updated?|modified|edited|amended|revised|corrected|reviewed|accessed|retrieved)\b/iu;
/** Words before a day that say that it is another than the one of publication, from the nearest block's start. */
const UPDATED_BEFORE =
  /\b(?:updated?|modified|edited|amended|revised|corrected|reviewed)(?: on| at)?:?\s*$/iu;
/** A day in running text is part of the news; one above so many paragraphs is the article's. */
const PARAGRAPHS_BEFORE = 1;

/** Elements with a day that are looked at: the article's stands among the first. */
const MARKED = 60;

/** The day in the first of some texts that holds one. */
export function firstDay(texts: readonly string[]): CalendarDate | undefined {
  const parsed = texts.map((text) => parseCalendarDate(text)).find((date) => date.ok);
  return parsed?.ok ? parsed.date : undefined;
}

/** The days that a page marks as its article's, in the order in which they are trusted: none of readers or teasers. */
export function markedDays(document: DomDocument): string[] {
  const own = (selector: string) =>
    [...document.querySelectorAll(selector)].slice(0, MARKED).filter((element) => !isOthers(element));
  const stated = own('[itemprop*="atePublished"]').filter((element) => hasWord(element, 'datepublished'));
  const named = own('time[pubdate], time.published, time.entry-date, abbr.published, .published[datetime]');
  return [
    ...stated,
    ...named.filter((element) => !isUpdate(element)),
    ...visibleTime(own('time'), document),
  ].flatMap(daysOf);
}

function daysOf(element: DomElement): string[] {
  const values = ['content', 'datetime', 'title'].map((name) => element.getAttribute(name) ?? '');
  return [...values, textOf(element).slice(0, 60)].filter((value) => value !== '');
}

/** The first `<time>` near the headline that stands above the running text. */
function visibleTime(times: readonly DomElement[], document: DomDocument): DomElement[] {
  const heading = document.querySelector('article h1, main h1, h1') ?? undefined;
  const scope = heading && scopeOf(heading);
  if (heading === undefined || scope === undefined) return [];
  const paragraphs = [...scope.querySelectorAll('p')].filter((p) => textOf(p).length > 80);
  const [text] = paragraphs.slice(PARAGRAPHS_BEFORE - 1);
  const order = [...scope.querySelectorAll('p, time')];
  const end = text === undefined ? order.length : order.indexOf(text);
  const found = times.find(
    (time) => scope.contains(time) && order.indexOf(time) < end && !isUpdate(time) && isDayAlone(time),
  );
  return found === undefined ? [] : [found];
}

/** The article or the main part that a headline stands in, else what holds it. */
function scopeOf(heading: DomElement): DomElement | undefined {
  for (let at = heading.parentElement; at; at = at.parentElement)
    if (['article', 'main', 'body'].includes(at.localName)) return at;
  return undefined;
}

/** A day in the middle of a sentence is that sentence's. */
function isDayAlone(time: DomElement): boolean {
  const block = time.parentElement;
  return block === null || textOf(block).length < 160;
}

function isUpdate(time: DomElement): boolean {
  const names = ['itemprop', 'class', 'id'].map((name) => time.getAttribute(name) ?? '').join(' ');
  if (UPDATED.test(names.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' '))) return true;
  const block = time.parentElement;
  if (block === null) return false;
  const text = textOf(block);
  const at = text.indexOf(textOf(time));
  const parent = ['class', 'id'].map((name) => block.getAttribute(name) ?? '').join(' ');
  return UPDATED_BEFORE.test(text.slice(0, Math.max(0, at))) || UPDATED.test(parent.replace(/[-_]/g, ' '));
}

function hasWord(element: DomElement, word: string): boolean {
  return (element.getAttribute('itemprop') ?? '').toLowerCase().split(/\s+/).includes(word);
}
