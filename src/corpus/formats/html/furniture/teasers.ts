import { type DomElement, textOf } from '../dom.ts';
import type { Drop } from '../dropped.ts';
import { isWhollyLink } from './prose.ts';

/**
 * Removes from a found article what only leads elsewhere: lists whose items are all links, paragraphs that are one
 * link and no sentence, and the headings left without anything under them. A list that a colon announces stays.
 */
export function removeTeasers(article: DomElement, drop: Drop): void {
  for (const list of [...article.querySelectorAll('ul, ol')]) {
    const items = [...list.children].filter((item) => textOf(item) !== '');
    if (items.length > 0 && items.every(isWhollyLink) && !isAnnounced(list) && !items.every(isSentence))
      drop(list, 'related articles');
  }
  for (const block of [...article.querySelectorAll('p, h2, h3, h4, h5, h6, div, li')]) {
    const text = textOf(block);
    if (text === '' || text.length >= 160 || !isWhollyLink(block) || isSentence(block)) continue;
    const list = block.localName === 'li' ? block.parentElement : null;
    if (list === null || !isAnnounced(list)) drop(block, 'related articles');
  }
  for (const heading of [...article.querySelectorAll('h1, h2, h3, h4, h5, h6')].reverse()) {
    if (!hasTextAfter(heading, article)) drop(heading, 'related articles');
  }
}

/** "The inquiry rests on three papers:" */
function isAnnounced(list: DomElement): boolean {
  const before = list.previousElementSibling;
  return (
    before !== null &&
    /:$/u.test(textOf(before)) &&
    !/^h[1-6]$/.test(before.localName) &&
    textOf(before).length > 24
  );
}

function isSentence(element: DomElement): boolean {
  return /[.?!…]["”’]?$/u.test(textOf(element));
}

function hasTextAfter(element: DomElement, root: DomElement): boolean {
  for (let at: DomElement | null = element; at && at !== root; at = at.parentElement) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling)
      if (textOf(next) !== '') return true;
  }
  return false;
}
