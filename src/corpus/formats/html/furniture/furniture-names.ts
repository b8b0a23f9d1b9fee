import type { DropReason } from '../../../cleaning/clean-rules.ts';
import type { DomElement } from '../dom.ts';
import { namesOf } from './names.ts';

/** What an element's class or id says it is. */
export interface FurnitureName {
  readonly reason: DropReason;
  /** An article may call a paragraph so too: one that holds a sentence among others stays. */
  readonly weak: boolean;
}

interface Rule extends FurnitureName {
  readonly pattern: RegExp;
}

function rule(reason: DropReason, words: string, weak = false): Rule {
  return { reason, weak, pattern: new RegExp(`(?:^|-)(?:${words})(?:$|-)`) };
}

/** Words in a class or an id, matched against the name's own words ("photo-credit", "relatedLinks"). */
const RULES: readonly Rule[] = [
  rule(
    'hidden',
    'sr-only|visually-?hidden|screen-?reader(?:-text)?|off-?screen|rollover-[a-z-]{0,40}block|tool-?tip|hidden|print-?only',
  ),
  rule(
    'caption',
    'figcaption|photo-?credits?|imagecaption|captions?|image-(?:credit|source|meta|text)|gallery|slideshow|lightbox|carousel|wp-caption-text|video-?(?:player|caption|title|embed)',
  ),
  rule('caption', 'credits?', true),
  rule(
    'navigation',
    'bread-?crumbs?|crumbs|breadcrumb-?(?:list|nav|trail)?|sub-?nav|nav-?(?:bar|menu|links)|main-?menu|menu-(?:item|list)|toolbar|top-?bar|skip-?link|jump-?links?',
  ),
  rule(
    'share bar',
    'share|sharing|shares|social|socials|social-?(?:links?|media-(?:links?|icons?)|share|bar|icons?|buttons?)|addthis|sharedaddy|addtoany|article-?share',
  ),
  rule(
    'related articles',
    'related|related-?(?:posts?|articles?|stories|content|links?|news|topics?)|recirc|recirculation|recommend(?:ed|ations?)?|read-?(?:more|next|also)|see-?also|more-?(?:stories|news|on|from)|(?:most|top)-?(?:read|popular|viewed|stories)|trending|popular|outbrain|taboola|zergnet|teasers?|promos?|promo-?(?:box|block|unit)|cross-?promo|jp-relatedposts',
  ),
  rule(
    'sign-up',
    'newsletters?|newsletter-?(?:sign-?up|form|promo|box)|sign-?up|subscribe|e-?mail-?(?:sign-?up|capture)|opt-?in|donate|donation|call-?to-?action|cta',
  ),
  rule('sign-up', 'subscription|membership|paywall', true),
  rule(
    'about the author',
    'author-?(?:bio|box|info|details?|card|meta|description)|about-?(?:the-?)?author|article-?(?:meta|author|info|byline|tools|footer)|by-?lines?',
  ),
  rule('about the author', 'authors?|author-?name|bio|contributors?|writer', true),
  rule(
    'date line',
    'date-?line|pub-?date|publish(?:ed)?-?(?:date|time|on)?|timestamp|time-?stamp|post-?(?:meta|date|info|byline|author|tags|footer|navigation|nav)|entry-?(?:meta|date|footer|tags|utility)|meta-?(?:info|data|line)|reading-?time|read-?time|article-?(?:date|tags)',
    true,
  ),
  rule('date line', 'date', true),
  rule(
    "readers' comments",
    'comments?|comment-?(?:form|list|section|count|respond)|respond|disqus|disqus-thread',
  ),
  rule(
    'page furniture',
    'tags?|tag-?(?:list|links|cloud)|tagcloud|post-?tags|topics|categories|cat-links|keywords',
    true,
  ),
  rule(
    'advert',
    'ads?|ad-?(?:container|slot|unit|wrapper|block|banner|label|box)|advert|advertisement|sponsor(?:ed)?|dfp|affiliate-?(?:disclosure|disclaimer)',
  ),
  rule('advert', 'banner', true),
  rule('notice', 'disclosure|disclaimer|legal', true),
  rule('cookie notice', 'cookies?|cookie-?(?:banner|notice|consent)|gdpr|consent|pop-?up|modal|overlay'),
  rule('page furniture', 'side-?bar|widget-?(?:area|title)|site-?(?:header|footer)|page-?footer|copyright'),
  rule('page furniture', 'footer', true),
];
/** Names that hold one of those words and are the article all the same. */
const BODY_NAMES =
  /article-?body|articlebody|post-?(?:content|body)|entry-?content|story-?body|main-?content|content-?body|body-?text/;

/** What an element is by its name, the surest first; `undefined` when its names say nothing, or that it is the text. */
export function furnitureName(element: DomElement): FurnitureName | undefined {
  const names = namesOf(element).filter((name) => !BODY_NAMES.test(name));
  const found = names.flatMap((name) => {
    const rule = RULES.find(({ pattern }) => pattern.test(name));
    return rule === undefined ? [] : [{ reason: rule.reason, weak: rule.weak || isCompound(name, rule) }];
  });
  return found.find(({ weak }) => !weak) ?? found[0];
}

/** Reasons whose words may stand in the name of a paragraph: "related-work", "sidebar-inline". */
const OPEN: ReadonlySet<DropReason> = new Set(['caption', 'related articles', 'page furniture', 'advert']);

/** A name that says more than the word: it is no sure sign. */
function isCompound(name: string, { pattern, reason }: Rule): boolean {
  const word = pattern.exec(name)?.[0].replace(/^-|-$/g, '') ?? '';
  return OPEN.has(reason) && word.length < name.length;
}
