import type { DomElement } from '../dom.ts';

/** The words of an element's class and id, for expressions on whole words: "relatedLinks_top" → "related-links-top". */
export function namesOf(element: DomElement): string[] {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.trim();
  return names === '' ? [] : names.split(/\s+/).map(wordsOf);
}

function wordsOf(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replace(/[_\s:]+|-{2,}/g, '-');
}

const COMMENT =
  /(?:^|-)(?:comments?|comment-?(?:list|section|thread|area|stream|body|text|content|item)|responses|replies|reader-?(?:comments|reactions|letters)|user-?comments?|disqus|disqus-thread|discussion-?(?:list|thread|board)?|talkbacks?|guestbook|fb-comments|livefyre|coral|reactions)(?:$|-)/;
/** "comment-count", "no-comments": they tell of comments, or hold the whole page. */
const NO_COMMENT =
  /(?:^|-)(?:no|has|with|open|closed|enabled|disabled)-comments?(?:$|-)|^comments?-(?:open|closed|on|off)$/;

/** Whether an element is by its name or its microdata what readers wrote. */
export function isCommentBox(element: DomElement): boolean {
  if (['html', 'body', 'main', 'article'].includes(element.localName)) return isCommentData(element);
  return (
    isCommentData(element) || namesOf(element).some((name) => COMMENT.test(name) && !NO_COMMENT.test(name))
  );
}

function isCommentData(element: DomElement): boolean {
  const property = element.getAttribute('itemprop') ?? '';
  return (
    /(?:^|\s)comment(?:$|\s)/i.test(property) ||
    /schema\.org\/(?:User)?Comments?$/i.test(element.getAttribute('itemtype') ?? '')
  );
}

const OTHERS =
  /(?:^|-)(?:related|recommend(?:ed|ations?)?|teasers?|promos?|cards?|more-?(?:stories|news|from|on)|most-?(?:read|popular)|trending|latest|side-?bar|widget|read-?(?:next|more|also)|see-?also|footer)(?:$|-)/;

/** Whether an element stands in what belongs to another article, to readers, or to the site: their days and names are theirs. */
export function isOthers(element: DomElement): boolean {
  for (let at: DomElement | null = element; at && at.localName !== 'body'; at = at.parentElement) {
    if (['aside', 'nav', 'footer'].includes(at.localName) || isCommentBox(at)) return true;
    if (
      at.localName !== 'main' &&
      at.localName !== 'article' &&
      namesOf(at).some((name) => OTHERS.test(name))
    )
      return true;
  }
  return false;
}
