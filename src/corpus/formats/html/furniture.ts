import { type DomDocument, type DomElement, type DomNode, isElement, textOf } from './dom.ts';

/** How much of the page's prose an element may hold and still be taken for furniture. */
const LARGEST_SHARE = 0.15;
/** How much of it all the elements of one class may hold together: page builders put each paragraph into a box. */
const LARGEST_CLASS_SHARE = 0.4;

/** Elements whose very kind says that they are not the article's running text. */
const KINDS =
  'figure, figcaption, nav, aside, footer, form, button, dialog, menu, template, noscript, [hidden], ' +
  '[role="navigation"], [role="complementary"], [role="banner"], [role="search"], [role="dialog"], [itemprop="author"], ' +
  '[itemprop="datePublished"], [itemprop="dateModified"], [rel="author"], [rel="tag"]';

/** Words in a class name or id that say the same. Matched against the name's own words ("photo-credit", "relatedLinks"). */
const NAMES = new RegExp(
  '(?:^|-)(?:' +
    [
      'captions?|figcaption|photo-?credits?|credits?|imagecaption|image-(?:credit|source|meta|text)|gallery|slideshow|lightbox|carousel',
      'bread-?crumbs?|crumbs|breadcrumb-?(?:list|nav|trail)?|sub-?nav|nav-?(?:bar|menu|links)|main-?menu|menu-(?:item|list)|toolbar|top-?bar',
      'share|sharing|shares|social|socials|social-?(?:links?|media-(?:links?|icons?)|share|bar|icons?|buttons?)|addthis|sharedaddy|addtoany',
      'related|related-?(?:posts?|articles?|stories|content|links?|news|topics?)|recirc|recirculation|recommend(?:ed|ations?)?|read-?(?:more|next|also)|see-?also|more-?(?:stories|news|on|from)|(?:most|top)-?(?:read|popular|viewed|stories)|trending|popular|outbrain|taboola|zergnet|rollover-[a-z-]{0,40}block|teasers?|promos?|promo-?(?:box|block|unit)|cross-?promo',
      'newsletters?|newsletter-?(?:sign-?up|form|promo|box)|sign-?up|subscribe|subscription|e-?mail-?(?:sign-?up|capture)|opt-?in|membership|donate|donation|paywall|call-?to-?action|cta',
      'author|authors|author-?(?:bio|box|info|details?|name|card|meta|description)|about-?(?:the-?)?author|bio|byline|by-?lines?|contributors?|writer|article-?(?:meta|author|info|byline|date|tags|tools|share|footer)',
      'date-?line|dateline|date|pub-?date|publish(?:ed)?-?(?:date|time|on)?|timestamp|time-?stamp|post-?(?:meta|date|info|byline|author|tags|footer|navigation|nav)|entry-?(?:meta|date|footer|tags|utility)|meta-?(?:info|data|line)|reading-?time|read-?time',
      'comments?|comment-?(?:form|list|section|count|respond)|respond|disqus|disqus-thread|tags?|tag-?(?:list|links|cloud)|tagcloud|post-?tags|topics|categories|cat-links|keywords',
      'ads?|ad-?(?:container|slot|unit|wrapper|block|banner|label|box)|advert|advertisement|sponsor(?:ed)?|dfp|banner|affiliate-?(?:disclosure|disclaimer)|disclosure|disclaimer',
      'cookies?|cookie-?(?:banner|notice|consent)|gdpr|consent|pop-?up|modal|overlay|tool-?tip|sr-only|visually-?hidden|screen-?reader(?:-text)?|off-?screen|visuallyhidden|hidden',
      'side-?bar|widget-?(?:area|title)|footer|site-?(?:header|footer)|page-?footer|copyright|legal|print-?only|skip-?link|jp-relatedposts|wp-caption-text|video-?(?:player|caption|title|embed)|jump-?links?',
    ].join('|') +
    ')(?:$|-)',
);
const HIDDEN =
  /(?:^|-)(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|off-?screen|hidden|rollover-[a-z-]{0,40}block|tool-?tip)(?:$|-)/;
/** Names that hold one of those words and are the article all the same. */
const BODY_NAMES =
  /article-?body|articlebody|post-?(?:content|body)|entry-?content|story-?body|main-?content|content-?body|body-?text/;

/**
 * Removes what is not running text, before the article is looked for: captions, bars, boxes, teasers, forms. An element
 * that holds a good part of the page's prose stays, whatever it is called.
 */
export function removeFurniture(document: DomDocument): void {
  const body = document.body;
  if (!body) return;
  const total = proseLength(body);
  const limit = Math.max(300, total * LARGEST_SHARE);
  for (const element of [...body.querySelectorAll(KINDS)]) removeSmall(element, body, limit);
  const named = [...body.querySelectorAll('[class], [id]')].filter(isNamedFurniture);
  const prose = Map.groupBy(named, (element) => element.getAttribute('class') ?? '');
  for (const elements of prose.values()) {
    const together = elements.reduce((sum, element) => sum + proseLength(element), 0);
    if (elements.length > 1 && together > total * LARGEST_CLASS_SHARE) continue;
    for (const element of elements) removeSmall(element, body, limit);
  }
}

function removeSmall(element: DomElement, body: DomElement, limit: number): void {
  if (element === body || !body.contains(element) || isQuotation(element) || isWordOfSentence(element))
    return;
  if (proseLength(element) <= limit) element.remove();
}

/** A linked name in the middle of a paragraph belongs to it, whatever its class; hidden words do not. */
function isWordOfSentence(element: DomElement): boolean {
  if (!INLINE.has(element.localName) || HIDDEN.test(names(element)) || element.hasAttribute('hidden'))
    return false;
  let block = element.parentElement;
  while (block && INLINE.has(block.localName)) block = block.parentElement;
  return block !== null && ownText(block).length - textOf(element).length >= 60;
}

/** Embedded posts are quotations that the article brings itself. */
function isQuotation(element: DomElement): boolean {
  return element.localName === 'blockquote' || element.querySelector('blockquote') !== null;
}

function isNamedFurniture(element: DomElement): boolean {
  if (['html', 'body', 'article', 'main', 'p', 'blockquote'].includes(element.localName)) {
    return element.localName === 'p' && NAMES.test(names(element)) && textOf(element).length < 200;
  }
  const all = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return all
    .trim()
    .split(/\s+/)
    .some((name) => NAMES.test(words(name)) && !BODY_NAMES.test(words(name)));
}

function names(element: DomElement): string {
  return words(element.getAttribute('class') ?? '');
}

/** "relatedLinks_top" → "related-links-top" */
function words(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replace(/[_\s:]+|-{2,}/g, '-');
}

/** Characters of an element's paragraphs that read like prose: long, and not a link. */
export function proseLength(element: DomElement): number {
  let length = 0;
  for (const paragraph of [element, ...element.querySelectorAll('p, blockquote, li, div, td')]) {
    const own = ownText(paragraph);
    if (own.length >= 60) length += own.length;
  }
  return length;
}

/** The text of an element without that of the blocks in it and of its links' own words. */
function ownText(element: DomElement): string {
  let text = '';
  const stack: DomNode[] = [...element.childNodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeType === 3) text += node.textContent ?? '';
    else if (isElement(node) && INLINE.has(node.localName))
      for (const child of node.childNodes) stack.push(child);
  }
  return text.replace(/\s+/gu, ' ').trim();
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code data dfn em i kbd mark q s samp small span strong sub sup time u var font'.split(
    ' ',
  ),
);

/**
 * Removes from a found article what only leads elsewhere: lists whose items are all links, paragraphs that are one
 * link and no sentence, and the headings left without anything under them.
 */
export function removeTeasers(article: DomElement): void {
  for (const list of [...article.querySelectorAll('ul, ol')]) {
    const items = [...list.children].filter((item) => textOf(item) !== '');
    if (items.length > 0 && items.every(isWhollyLink)) list.remove();
  }
  for (const block of [...article.querySelectorAll('p, h2, h3, h4, h5, h6, div, li')]) {
    const text = textOf(block);
    if (text !== '' && text.length < 160 && isWhollyLink(block) && !/[.?!…]["”’]?$/u.test(text))
      block.remove();
  }
  for (const heading of [...article.querySelectorAll('h1, h2, h3, h4, h5, h6')].reverse()) {
    if (!hasTextAfter(heading, article)) heading.remove();
  }
}

function isWhollyLink(element: DomElement): boolean {
  const text = textOf(element);
  const linked = [...element.querySelectorAll('a')]
    .filter((a) => a.hasAttribute('href'))
    .map(textOf)
    .join('');
  return linked.length > 0 && linked.replace(/\s/g, '').length >= text.replace(/\s/g, '').length - 3;
}

function hasTextAfter(element: DomElement, root: DomElement): boolean {
  for (let at: DomElement | null = element; at && at !== root; at = at.parentElement) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling)
      if (textOf(next) !== '') return true;
  }
  return false;
}
