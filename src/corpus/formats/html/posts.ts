import type { CalendarDate } from '../../article.ts';
import { parseCalendarDate } from '../../metadata/parse-day.ts';
import { type DomDocument, type DomElement, textOf } from './dom.ts';

const DEFAULTS = {
  /** A post has at least so many characters in its paragraphs; one whose heading leads elsewhere may be a teaser. */
  post: 60,
  linked: 300,
  /** The share of the page's text that its posts hold together at least. */
  share: 0.5,
} as const;

const POSTS = 'article, [itemprop~="liveBlogUpdate"], [itemtype$="/BlogPosting"]';
const NO_POST =
  /(?:^|[\s_-])(?:comments?|repl(?:y|ies)|discussion|related|teasers?|cards?|promo|recommended)(?:$|[\s_-])/i;

/** One of the texts of a page that has several, each with a time of its own. */
export interface Post {
  readonly element: DomElement;
  readonly published: CalendarDate;
  readonly heading: string | undefined;
  /** Where it stands on its page, or its own address, as the page writes it. */
  readonly address: string | undefined;
}

/**
 * The posts of a live blog, or of a page that shows several articles whole: parts that the page marks as such, each with
 * its own time, that hold most of its text.
 * @returns none for a page of one article
 */
export function postsOf(document: DomDocument): Post[] {
  const body = document.body;
  if (body === null) return [];
  const marked = [...body.querySelectorAll(POSTS)];
  const leaves = marked.filter((element) => element.querySelector(POSTS) === null && !isAside(element));
  const posts = leaves.flatMap((element) => postOf(element));
  const held = posts.reduce((sum, { element }) => sum + textOf(element).length, 0);
  return posts.length > 1 && held >= DEFAULTS.share * textOf(body).length ? posts : [];
}

function postOf(element: DomElement): Post[] {
  const time = element.querySelector('time[datetime]');
  const parsed = parseCalendarDate(time?.getAttribute('datetime') ?? '');
  const title = element.querySelector('h1, h2, h3, h4');
  const link = title?.querySelector('a[href]') ?? title?.parentElement;
  const href = link?.localName === 'a' ? link.getAttribute('href') : null;
  const words = [...element.querySelectorAll('p')].reduce(
    (sum, paragraph) => sum + textOf(paragraph).length,
    0,
  );
  if (!parsed.ok || words < (href === null ? DEFAULTS.post : DEFAULTS.linked)) return [];
  const id = element.getAttribute('id');
  const heading = title === null ? '' : textOf(title);
  return [
    {
      element,
      published: parsed.date,
      heading: heading === '' ? undefined : heading,
      address: href ?? (id === null ? undefined : `#${id}`),
    },
  ];
}

/** Readers' comments, and teasers of other pages. */
function isAside(element: DomElement): boolean {
  for (let at: DomElement | null = element; at !== null; at = at.parentElement) {
    if (at.localName === 'aside') return true;
    if (NO_POST.test(`${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`)) return true;
  }
  return false;
}
