import type { DropReason } from '../../../cleaning/clean-rules.ts';
import { type DomDocument, type DomElement, elementsIn, textOf } from '../dom.ts';
import type { Drop } from '../dropped.ts';
import { plain } from '../repeats.ts';
import { type FurnitureName, furnitureName } from './furniture-names.ts';
import { namesOf } from './names.ts';
import { holdsSentence, isInline, isWhollyLink, measureProse, ownText } from './prose.ts';
import { removeComments } from './threads.ts';

/** How much of the page's prose an element may hold and still be taken for furniture. */
const LARGEST_SHARE = 0.15;
/** How much of it all the elements of one class may hold together: page builders put each paragraph into a box. */
const LARGEST_CLASS_SHARE = 0.4;
/** Any element this small may be furniture, in characters of prose. */
const SMALL = 300;

/** Elements whose very kind says that they are not the article's running text. */
const KINDS: ReadonlyMap<string, DropReason> = new Map(
  Object.entries<DropReason>({
    nav: 'navigation',
    aside: 'page furniture',
    footer: 'page furniture',
    form: 'form',
    button: 'form',
    dialog: 'page furniture',
    menu: 'navigation',
    template: 'hidden',
    noscript: 'hidden',
    figcaption: 'caption',
  }),
);
const ROLES: ReadonlyMap<string, DropReason> = new Map(
  Object.entries<DropReason>({
    navigation: 'navigation',
    complementary: 'page furniture',
    banner: 'page furniture',
    search: 'form',
    dialog: 'page furniture',
  }),
);
/** Quotations out of a text that are looked for in it. */
const MOST_PULL_QUOTES = 12;
/** Elements after one that tell whether it stands among paragraphs. */
const NEIGHBOURS = 12;
/** Names that Readability throws away, and that say nothing of a paragraph among others. */
const UNLIKELY =
  /-ad-|author|banner|by-?line|combx|community|cover-wrap|date-?line|extra|footer|header|legends|menu|pager|remark|rss|social|sponsor|supplemental/;
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/**
 * Removes what is not running text, before the article is looked for: captions, bars, boxes, teasers, forms, what readers
 * wrote. An element that holds a good part of the page's prose stays, whatever it is called.
 * @param sure only what can be nothing else: for pages whose article bears the names of furniture
 */
export function removeFurniture(document: DomDocument, drop: Drop, sure = false): void {
  const { body } = document;
  if (!body) return;
  const prose = measureProse(body);
  const total = prose(body);
  const limit = Math.max(SMALL, total * LARGEST_SHARE);
  removeComments(body, prose, drop);
  const remove = (element: DomElement, reason: DropReason) => {
    if (
      element === body ||
      !body.contains(element) ||
      isQuotation(element) ||
      isWordOfSentence(element, reason)
    )
      return;
    if (prose(element) <= limit) drop(element, reason);
    else if (element.localName === 'aside') openAside(element, document);
  };
  let pullQuotes = 0;
  const named: { element: DomElement; name: FurnitureName }[] = [];
  for (const element of elementsIn(body)) {
    const reason = reasonOfKind(element);
    if (isPullQuote(element) && pullQuotes++ < MOST_PULL_QUOTES && isSaidAgain(element, body))
      drop(element, 'twice on the page');
    else if (element.localName === 'figure') openFigure(element, remove);
    else if (reason !== undefined && (!sure || element.localName !== 'aside')) remove(element, reason);
    else if (isNameable(element)) {
      const name = furnitureName(element);
      if (
        name === undefined &&
        isUnlikely(element) &&
        holdsSentence(textOf(element)) &&
        standsAmong(element, prose)
      )
        withoutNames(element);
      if (name && (!sure || name.reason === 'cookie notice' || name.reason === 'hidden'))
        named.push({ element, name });
    }
  }
  const classes = Map.groupBy(named, ({ element }) => element.getAttribute('class') ?? '');
  for (const elements of classes.values()) {
    const together = elements.reduce((sum, { element }) => sum + prose(element), 0);
    if (elements.length > 1 && together > total * LARGEST_CLASS_SHARE) continue;
    for (const { element, name } of elements) {
      if (isParagraphAllTheSame(element, name, prose)) withoutNames(element);
      else remove(element, name.reason);
    }
  }
}

function reasonOfKind(element: DomElement): DropReason | undefined {
  if (element.hasAttribute('hidden') || HIDDEN_STYLE.test(element.getAttribute('style') ?? ''))
    return 'hidden';
  const byKind = KINDS.get(element.localName) ?? ROLES.get(element.getAttribute('role') ?? '');
  if (byKind !== undefined) return byKind;
  const property = element.getAttribute('itemprop') ?? '';
  const link = element.getAttribute('rel') ?? '';
  if (property === 'author' || link === 'author') return 'about the author';
  if (property === 'datePublished' || property === 'dateModified') return 'date line';
  return link === 'tag' ? 'page furniture' : undefined;
}

/** A paragraph goes by its name when it is short; what holds the whole page never does. */
function isNameable(element: DomElement): boolean {
  if (!element.hasAttribute('class') && !element.hasAttribute('id')) return false;
  if (element.localName === 'p') return textOf(element).length < 200;
  return !['html', 'body', 'article', 'main', 'blockquote'].includes(element.localName);
}

/** A weak name says little of an element that holds a sentence and stands among the article's paragraphs. */
function isParagraphAllTheSame(
  element: DomElement,
  { weak, reason }: FurnitureName,
  prose: (element: DomElement) => number,
): boolean {
  if (!weak || isWhollyLink(element) || !holdsSentence(textOf(element))) return false;
  if (element.localName === 'p' || reason === 'sign-up')
    return reason !== 'about the author' || standsAmong(element, prose);
  return standsAmong(element, prose);
}

function isUnlikely(element: DomElement): boolean {
  return namesOf(element).some((name) => UNLIKELY.test(name));
}

/** Readability has lists of bad names of its own. */
function withoutNames(element: DomElement): void {
  for (const attribute of ['class', 'id', 'rel', 'itemprop']) element.removeAttribute(attribute);
}

function standsAmong(element: DomElement, prose: (element: DomElement) => number): boolean {
  const isText = (other: DomElement) =>
    ['p', 'h2', 'h3', 'ul', 'ol', 'blockquote'].includes(other.localName) &&
    furnitureName(other) === undefined;
  let next = element.nextElementSibling;
  for (let i = 0; next && i < NEIGHBOURS; next = next.nextElementSibling, i++)
    if (isText(next) && prose(next) > 0) return true;
  return false;
}

function isPullQuote(element: DomElement): boolean {
  return namesOf(element).some((name) => /(?:^|-)pull-?(?:quotes?|out)(?:$|-)/.test(name));
}

/** Whether the text says what a quotation out of it says. */
function isSaidAgain(element: DomElement, body: DomElement): boolean {
  const words = plain(textOf(element));
  return words.length > 12 && words.length < 400 && plain(textOf(body)).split(words, 3).length > 2;
}

/** The pictures of a figure go; a table, a listing or a paragraph in it stays. */
function openFigure(figure: DomElement, remove: (element: DomElement, reason: DropReason) => void): void {
  const pictures = figure.querySelector('img, picture, video, figcaption, iframe') !== null;
  const content = [...figure.querySelectorAll('table, pre, p')].some(
    (element) => element.localName !== 'p' || (!pictures && holdsSentence(textOf(element))),
  );
  if (!content) remove(figure, 'caption');
}

/** Readability throws every `<aside>` away, also one that holds the article. */
function openAside(aside: DomElement, document: DomDocument): void {
  const box = document.createElement('div');
  box.append(...aside.childNodes);
  aside.replaceWith(box);
}

/** A linked name in the middle of a paragraph belongs to it, whatever its class; hidden words do not. */
function isWordOfSentence(element: DomElement, reason: DropReason): boolean {
  if (!isInline(element) || reason === 'hidden') return false;
  let block = element.parentElement;
  while (block && isInline(block)) block = block.parentElement;
  return block !== null && ownText(block).length - textOf(element).length >= 60;
}

/** Embedded posts are quotations that the article brings itself. */
function isQuotation(element: DomElement): boolean {
  return element.localName === 'blockquote' || element.querySelector('blockquote') !== null;
}
