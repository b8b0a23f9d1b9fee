import { type DomElement, elementsIn, textOf } from '../dom.ts';
import type { Drop } from '../dropped.ts';
import { isCommentBox, namesOf } from './names.ts';

/** What tells a thread of readers from the article above it. */
const THREAD = {
  /** Messages of one kind that stand beside each other. */
  messages: 3,
  /** Share of the boxes in it that must be of that kind. */
  alike: 0.7,
  /** Headings of comments that are followed. */
  headings: 8,
  /** The longest message, in characters. */
  longest: 6000,
  /** Prose that stands outside of it, in characters. */
  article: 120,
} as const;

const HEADING =
  /^(?:(?:\d{1,5}|no|all|top|latest|recent|reader|readers['’]|your|user) )?(?:comments?|responses|replies|reactions)(?: ?\(?\d{1,5}\)?)?:?$|^(?:leave a (?:reply|comment)|join the (?:conversation|discussion)|\d{1,5} thoughts? on .{1,120}|what do you think\?|have your say|discussion \(\d{1,5}\))$/iu;
const THREAD_NAME =
  /(?:^|-)(?:responses?|replies|discussions?|messages?|threads?|forum|posts?|reviews?|opinions|conversation|voices|chat)(?:$|-)/;
const READER = /(?:^|[^\p{L}])(?:I|I['’](?:m|ve|d|ll)|my|you|your|me|lol|thanks)(?:$|[^\p{L}])/u;
const REPLY =
  /(?:^|\s)(?:reply|report|like|upvote|flag|permalink|\d+ (?:days?|hours?|weeks?|months?|years?) ago)(?:$|\s)/iu;

/**
 * Takes out what readers wrote: boxes with their names or microdata, what stands below a heading such as "3 comments",
 * and threads without a name, which are told by their like boxes, each with a reader's words, after the article.
 * @param prose how much prose an element holds
 */
export function removeComments(body: DomElement, prose: (element: DomElement) => number, drop: Drop): void {
  const total = prose(body);
  const leavesArticle = (element: DomElement) =>
    total - prose(element) >= THREAD.article && element.querySelector('h1') === null;
  let headings = 0;
  for (const element of elementsIn(body)) {
    const isHeading = /^h[2-6]$/.test(element.localName) && headings < THREAD.headings;
    if (isHeading && HEADING.test(textOf(element)) && body.contains(element) && ++headings)
      removeBelow(element, leavesArticle, drop);
    else if ((isCommentBox(element) || isThread(element, body, prose)) && leavesArticle(element))
      drop(element, "readers' comments");
  }
}

/** A heading of comments ends its part of the page: what follows it there is theirs. */
function removeBelow(heading: DomElement, leavesArticle: (element: DomElement) => boolean, drop: Drop): void {
  const parent = heading.parentElement;
  if (parent === null) return;
  const below: DomElement[] = [];
  for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) below.push(next);
  if (!below.every(leavesArticle) || below.some(({ localName }) => /^h[12]$/.test(localName))) return;
  for (const element of [heading, ...below]) drop(element, "readers' comments");
}

function isThread(element: DomElement, body: DomElement, prose: (element: DomElement) => number): boolean {
  if (!['div', 'section', 'ul', 'ol', 'aside'].includes(element.localName)) return false;
  const boxes = [...element.children].filter(
    ({ localName }) => !/^(?:h[1-6]|form|button|a|p)$/.test(localName),
  );
  if (boxes.length < THREAD.messages) return false;
  const kinds = Map.groupBy(
    boxes,
    (box) => `${box.localName} ${(box.getAttribute('class') ?? '').split(/\s/)[0]}`,
  );
  const largest = [...kinds.values()].reduce(
    (most, alike) => (alike.length > most.length ? alike : most),
    [],
  );
  if (largest.length < THREAD.messages || largest.length < boxes.length * THREAD.alike) return false;
  const messages = largest.filter((box) => prose(box) > 0 || textOf(box).length > 20);
  if (messages.length < largest.length * THREAD.alike) return false;
  if (messages.some((box) => prose(box) > THREAD.longest)) return false;
  const share = (test: (box: DomElement) => boolean) => messages.filter(test).length / messages.length;
  const named = [element, ...messages.slice(0, 1)].some((box) =>
    namesOf(box).some((name) => THREAD_NAME.test(name)),
  );
  const readers = share((box) => READER.test(textOf(box)));
  const signed = share(
    (box) =>
      box.querySelector('time, cite, [class*="user"], [class*="author"], [class*="avatar"]') !== null ||
      REPLY.test(textOf(box)),
  );
  const speaks =
    (named && readers >= 0.3) ||
    (named && signed >= 0.8) ||
    (readers >= 0.6 && signed >= 0.6) ||
    (readers >= 0.8 && isPlain(messages) && !/^[uo]l$/.test(element.localName));
  return speaks && (named || standsApart(element)) && standsAfterArticle(element, body, prose);
}

/** Messages are a few lines each, without headings. */
function isPlain(messages: readonly DomElement[]): boolean {
  return messages.every(
    (box) => box.querySelector('h1, h2, h3, h4, figure, table') === null && box.localName !== 'section',
  );
}

/** A list among paragraphs is theirs, whoever speaks in it. */
function standsApart(element: DomElement): boolean {
  const isParagraph = (other: DomElement | null) =>
    other !== null && ['p', 'blockquote'].includes(other.localName);
  return !isParagraph(element.previousElementSibling) && !isParagraph(element.nextElementSibling);
}

/** Enough prose stands before it on the page. */
function standsAfterArticle(
  element: DomElement,
  body: DomElement,
  prose: (element: DomElement) => number,
): boolean {
  let before = 0;
  for (let at: DomElement | null = element; at && at !== body; at = at.parentElement) {
    for (let other = at.previousElementSibling; other; other = other.previousElementSibling)
      before += prose(other);
    if (before >= THREAD.article) return true;
  }
  return false;
}
