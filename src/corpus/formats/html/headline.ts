import type { OutlineNode } from '../../structure/outline.ts';
import { type DomDocument, type DomElement, elementsIn, textOf } from './dom.ts';
import type { DroppedFromPage } from './dropped.ts';
import { isOthers } from './furniture/names.ts';
import { holdsSentence, isWhollyLink } from './furniture/prose.ts';
import { titlesAgree } from './metadata/titles.ts';
import { plain } from './repeats.ts';

/** What stands around a page's headline, told before the article is looked for. */
export interface Headline {
  /** The texts of the blocks before it that do not stand in its article. */
  readonly before: ReadonlySet<string>;
  /** The first blocks after it, in order. */
  readonly after: readonly { readonly text: string; readonly isLede: boolean }[];
}

/** What stands above the headline is none of the article, unless it is this large a part of what was found. */
const MOST_ABOVE = 0.25;
/** How many blocks after the headline the text must have begun. */
const REACH = 12;
const BY_LINE =
  /^(?:by|from|text|photos?|words|published|updated|posted|last)\b.{0,80}$|\bmin(?:ute)?s? read\b|^\d{1,2} \p{L}+ \d{4}/iu;

/**
 * Looks around the headline: the `<h1>` of the article or the main part, else the first that names the title.
 * @returns `undefined` when no heading names the title of the page
 */
export function lookAroundHeadline(document: DomDocument, title: string): Headline | undefined {
  const { body } = document;
  const heading = ['article h1', 'main h1', 'h1']
    .flatMap((selector) => [...document.querySelectorAll(selector)])
    .find((found) => titlesAgree(textOf(found), title));
  if (!body || !heading) return undefined;
  const article = holderOf(heading);
  const before = new Set<string>();
  const after: { text: string; isLede: boolean }[] = [];
  let passed = false;
  for (const element of elementsIn(body)) {
    if (element === heading) passed = true;
    else if (!passed && article !== undefined && isBlock(element) && !article.contains(element))
      before.add(plain(textOf(element)));
    else if (passed && isBlock(element) && textOf(element) !== '')
      after.push({ text: textOf(element), isLede: isLede(element) });
    if (after.length >= REACH) break;
  }
  return { before, after };
}

function isBlock(element: DomElement): boolean {
  return (
    /^(?:p|h[2-6]|li|blockquote)$/.test(element.localName) ||
    (element.localName === 'div' && element.querySelector('p, div, h1, h2, ul') === null)
  );
}

function holderOf(heading: DomElement): DomElement | undefined {
  for (let at = heading.parentElement; at; at = at.parentElement) if (at.localName === 'article') return at;
  return undefined;
}

/** A sentence set as a heading, or in the article's `<header>`: no by-line, no link and none of another article. */
function isLede(element: DomElement): boolean {
  const text = textOf(element);
  if (!/^h[2-4]$/.test(element.localName) && !isInHeader(element)) return false;
  if (text.length > 600 || isWhollyLink(element) || isOthers(element) || BY_LINE.test(text)) return false;
  return holdsSentence(text);
}

function isInHeader(element: DomElement): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (at.localName === 'header') return true;
  return false;
}

/**
 * Puts the lede back that was found no part of the article, and takes out what stands above the headline of an article.
 */
export function withHeadline(
  nodes: readonly OutlineNode[],
  headline: Headline | undefined,
  dropped: DroppedFromPage,
): OutlineNode[] {
  if (headline === undefined) return [...nodes];
  const texts = nodes.map(textOfNode);
  const isAbove = (text: string) => text !== '' && headline.before.has(plain(text));
  const lengthOf = (some: readonly string[]) => some.join('').length;
  const mayGo = lengthOf(texts.filter(isAbove)) <= lengthOf(texts) * MOST_ABOVE;
  const kept = nodes.filter((_, i) => {
    const text = texts[i] ?? '';
    const goes = mayGo && isAbove(text);
    if (goes) dropped.tell(text, 'outside the article');
    return !goes;
  });
  const known = new Set(texts.map(plain));
  const begins = headline.after.findIndex(({ text }) => known.has(plain(text)));
  if (begins <= 0 || kept.length === 0) return kept;
  const whole = plain(texts.join('\n'));
  const ledes = headline.after
    .slice(0, begins)
    .filter(({ text, isLede: is }) => is && !whole.includes(plain(text)))
    .map(({ text }): OutlineNode => ({ kind: 'paragraph', words: { text } }));
  return [...ledes, ...kept];
}

function textOfNode(node: OutlineNode): string {
  return 'words' in node ? node.words.text.replace(/\n/g, ' ') : '';
}
