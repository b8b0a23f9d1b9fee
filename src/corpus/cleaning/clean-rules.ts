/** Why a line was left out of an article's text. */
export type DropReason =
  | 'title'
  | 'advert'
  | 'share bar'
  | 'comment form'
  | 'related articles'
  | 'copyright'
  | 'credits'
  | 'follow us'
  | 'sign-up'
  | 'cookie notice'
  | 'page furniture'
  | 'repeated by the publisher'
  | 'damaged characters'
  | 'struck out'
  | 'mark of a note'
  | 'hidden'
  | 'navigation'
  | 'caption'
  | 'form'
  | 'date line'
  | 'about the author'
  | "readers' comments"
  | 'notice'
  | 'twice on the page'
  | 'outside the article'
  | 'running head'
  | 'page number'
  | 'print mark';

/** What a rule says about a line that it matches. */
export interface LineRule {
  readonly reason: DropReason;
  readonly pattern: RegExp;
  /** What every line that it matches has: looked for first where the pattern itself would try many places of a line. */
  readonly needs?: RegExp;
  /** It counts only beside a line that is dropped for certain: "Twitter" may be a heading. */
  readonly weak?: true;
  /** A heading: up to this many lines after it that look like headlines are dropped too. */
  readonly list?: number;
  /** With `list`: it counts only where no text comes after that list. */
  readonly last?: true;
}

const NETWORK =
  '(?:facebook|twitter|x|linked-?in|pinterest|whats-?app|telegram|reddit|e-?mail|messenger|tumblr|' +
  'flipboard|pocket|google\\+?|vk(?:ontakte)?|skype|instagram|threads|bluesky|mastodon|you-?tube|tik-?tok|print|' +
  'copy link|rss|snapchat|weibo|viber)';
const SHARE = '(?:share|tweet|pin|send|post|save)';
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,7}\\.?';

/** A rule whose alternatives must match the whole line. */
function line(
  reason: DropReason,
  alternatives: readonly string[],
  more: Pick<LineRule, 'needs' | 'weak' | 'list' | 'last'> = {},
): LineRule {
  return { reason, pattern: new RegExp(`^(?:${alternatives.join('|')})$`, 'iu'), ...more };
}

/**
 * Lines that are never news text, with blank space folded. Every pattern covers the whole line: a sentence that merely
 * speaks of sharing on Facebook or of a copyright stays.
 */
export const LINE_RULES: readonly LineRule[] = [
  line('advert', [
    '\\[/?(?:ads?|advert(?:isement)?)[_ -]?\\d*\\]',
    '[-–—\\s]*(?:advert(?:isement|ising)?s?|sponsored(?: content)?|promoted(?: content)?)(?: continues below)?[-–—\\s.:]*',
    '(?:story|article) continues (?:below|after)(?: (?:the )?advertisement)?\\.?',
    'continue reading (?:the main story|below)\\.?',
    'scroll to continue(?: with content)?',
    'skip ad(?:vertisement)?',
  ]),
  line('share bar', [
    `${SHARE}(?: (?:this|it|story|article|page|now))*(?: (?:on|via|by|to|with|in))? ${NETWORK}(?:[ ,|/•·]+(?:${SHARE}(?: (?:on|via|by|to))? )?${NETWORK})*`,
    `${NETWORK}(?:[ ,|/•·]+${NETWORK}){2,}`,
    'share(?: this)?(?: (?:article|story|page|post|video|options))?:?',
    'tweet(?: this)?',
    '\\d[\\d.,]*k? ?shares?',
    'click to share.*',
    '(?:copy(?: the)? link|email this(?: article)?|print this(?: article)?|save (?:this )?article)',
  ]),
  line('share bar', [NETWORK, 'facebook messenger'], { weak: true }),
  line('comment form', [
    'leave a (?:comment|reply)(?: cancel reply)?',
    '(?:\\d+ |no |view |show |read )?comments?(?: \\(\\d+\\))?',
    '(?:post|add|write) a comment',
    'cancel reply',
    'post comment',
    'your email address will not be published.*',
    'required fields are marked ?\\*?',
    'save my name, email,? and website in this browser.*',
    'log ?in to (?:leave a )?comment\\.?',
    'comments are closed\\.?',
    'join the (?:conversation|discussion)\\.?',
  ]),
  line('comment form', ['(?:name|e-?mail|website|comment|message) ?\\*?'], { weak: true }),
  line(
    'related articles',
    [
      'on key',
      'related (?:posts?|articles?|stories|news|topics?|content|links?|coverage|reading|items?):?',
      'more (?:on this story|stories):?',
      'you (?:may|might) (?:also )?(?:like|be interested in)[:.…]*',
      'more (?:great |top )?[\\p{L} ]{1,30} stories:?',
      'recommended (?:for you|stories|reading):?',
      "(?:most (?:read|viewed)|trending now|popular posts|latest news|editor[’']?s[’']? picks?|what to read next):?",
    ],
    { list: 8 },
  ),
  // Headings that an article may have too: what stands below them goes where no text comes after it.
  line('related articles', ['recommended:?', 'most popular:?', 'trending:?', 'more on this:?'], {
    list: 8,
    last: true,
  }),
  line(
    'related articles',
    ['related:?', "(?:see also|read (?:also|next)|also read|up next|don[’']t miss):?"],
    { list: 1 },
  ),
  line('related articles', [
    'read (?:more|the full (?:story|article))(?: (?:here|on this))?:?',
    'more from .{1,40}:?',
    '(?:previous|next) (?:post|article):?.{0,100}',
  ]),
  line('related articles', [
    '(?:read (?:more|also|next)|see also|related(?: \\w+)?|recommended|also read|more)\\s*[:|>»]+\\s*\\S[^.!?]{8,160}[?!]?',
  ]),
  line(
    'related articles',
    [
      // A teaser whose blanks were lost: section, by-line and date run into each other, and no sentence ends.
      `(?=.{8,140}$)[^.!?:;"“”]{0,130}\\p{L}\\d{1,2} ${MONTH},? \\d{4}`,
      `(?=.{8,140}$)[^.!?:;"“”]{0,130}\\p{L}{3}${MONTH} \\d{1,2},? \\d{4}`,
    ],
    { needs: /\d{4}$/u },
  ),
  line(
    'copyright',
    [
      '(?:©|\\(c\\)|&copy;|copyright) ?(?:©|\\(c\\))? ?(?:\\d{4}|by\\b|all rights).{0,160}',
      '.{0,120}\\ball rights reserved\\.?',
      '.{0,80}(?:©|\\(c\\)) ?\\d{4}(?:[-–]\\d{2,4})?.{0,80}',
      'this (?:material|article|content) may not be (?:published|reproduced).{0,160}',
    ],
    { needs: /©|\(c\)|copyright|&copy;|reserved|may not be/iu },
  ),
  line('credits', [
    '(?:image|photo|picture)(?: (?:credit|source|copyright))?s?:? ?(?:©|\\(c\\)).{0,80}',
    // "Published in 1984, the book sold few copies." is a sentence of its own.
    '(?:first |last |originally )?(?:published|updated|posted|modified)(?: (?:on|at))?:? (?!in \\d)(?!.{0,40}\\d{4},? (?:the|a|an|it|he|she|they|we|i|his|her|its|this|that|these|those|and|but|which|who|by|as|when|after|before|some|many|all|no|to)\\b).{0,20}\\d{4}.{0,40}',
    'filed under:?.{0,100}',
  ]),
  line('follow us', [
    'follow (?:us|me)(?: (?:on|at|via) .{1,60})?[.!:]?',
    `follow .{1,60} on ${NETWORK}\\b(?:.{0,6}@\\w+|.{0,6}${NETWORK}){0,2}[.!:]?`,
    'follow @\\w+(?: on \\w+)?[.!]?',
    'follow live updates.{0,5}',
    `(?:like|find|join) us on ${NETWORK}.{0,60}`,
    'connect with us.{0,40}',
  ]),
  line('sign-up', [
    '(?:sign|log) (?:up|in)(?: (?:now|here|today|for free))?[.!]?',
    '(?:subscribe|register)(?: (?:now|here|today|to our newsletter))?[.!]?',
    '(?:click (?:here )?to )?(?:sign up|subscribe) (?:for|to) (?:our|the|my|a|your)\\b.{0,140}\\bnewsletters?\\b.{0,80}',
    '(?:get|receive) .{0,100}\\b(?:in|to) your inbox.{0,100}',
    'enter your e-?mail(?: address)?.{0,60}',
    'already (?:a (?:member|subscriber)|have an account|subscribed)\\?.{0,60}',
    'newsletters?(?: sign-?up)?',
    'sign up: .{0,160}',
    'subscribe to .{2,60} (?:and stay|for (?:free|as little|just|only)|newsletter).{0,100}',
    '(?:want|like) (?:more )?(?:this story|stories like this|this article)\\?.{0,80}',
  ]),
  line('cookie notice', [
    '(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\\b.{0,300}',
    'by (?:continuing|using|browsing|visiting|accessing|closing)\\b.{0,40}\\b(?:site|website|page|pages|app|service|services|browse|banner|this)\\b.{0,80}\\b(?:cookies|cookie policy|privacy (?:policy|notice)|terms)\\b.{0,160}',
    '(?:accept (?:all )?cookies|i accept)',
    '(?:cookie|privacy) (?:policy|settings|preferences)(?:\\s*[|&•·]\\s*.{1,60})?',
    'terms (?:of (?:use|service)|(?:and|&) conditions)(?:\\s*[|&•·]\\s*.{1,60})?',
  ]),
  line('credits', [
    // "Reporting by Ada Quill helped to convict the owner." is a sentence of its own.
    '\\(?(?:additional |with )?(?:reporting|writing|editing) by (?!.{0,200}\\b(?:helped|led|was|were|is|are|has|had|showed|shows|found|revealed|said|made|took|brought|caused|ended)\\b).{3,240}\\)?',
  ]),
  line(
    'notice',
    [
      '(?:the|this) (?:post|article|story|piece|entry)\\b.{0,200}\\b(?:(?:first|originally) (?:appeared|published)|appeared (?:first|originally)) (?:on|in|at) (?!\\d).{1,120}',
      '.{1,160}\\bwas (?:first|originally) published (?:on|in|at|by) (?!\\d).{1,200}',
      '(?:download|get|install) (?:the|our|my) (?:.{1,20} )?app\\b.{0,100}',
      '.{0,100}\\b(?:please )?consider (?:making )?(?:a|your) (?:small )?(?:gift|donation|contribution)\\b.{0,80}',
      '(?:please )?(?:support|donate to|fund) (?:our|independent|quality|local) (?:journalism|reporting|newsroom|work)\\b.{0,100}',
    ],
    { needs: /publish|appeared|\bapp\b|consider|support|donate|fund/iu },
  ),
  line('page furniture', [
    'skip to (?:main )?content',
    'back to top',
    'advertise with us',
    '(?:load|show) more',
    '(?:view|see) all',
    'loading\\.*',
    'please enable javascript.{0,120}',
    'listen to (?:this )?article',
    'image:? ?\\d* of /? ?\\d+',
    '[<>«»|•·*_=~#\\-–—\\s]+',
  ]),
  line(
    'page furniture',
    [
      'menu',
      'search',
      'close',
      'home',
      'contact us',
      'about us',
      '\\d+ of \\d+',
      '(?:previous|next)(?: (?:page|slide|image))?',
    ],
    { weak: true },
  ),
];

/** The rules that hold for a manual, a wiki, a rule book too: no words are lost by them. */
export const RULES_OF_ANY_TEXT: readonly LineRule[] = [
  line('page furniture', ['[<>«»|•·*_=~#\\-–—\\s]+']),
  line('advert', ['\\[/?ads?_\\d+\\]']),
];

/** What every text with a `GLUED_MARKER` in it has. */
export const MARKER =
  /RELATED|READ (?:MORE|ALSO)|A(?:DVERTISEMENT|dvertisement)|Related Article|Read more|\[ads?_/u;

/**
 * Markers that a scraper glued to a sentence ("…in recent years.RELATED", "[ad_1]The war…"). Only the line break between
 * the two was lost, so the line is taken apart there; both parts stay as they are and are judged as lines.
 */
export const GLUED_MARKER =
  /(?<=[.!?]["”’']?)(?=(?:RELATED|READ MORE|READ ALSO|ADVERTISEMENT|Advertisement|Related Articles?|Read more)(?::.{0,120})?$)|(?<=\[ads?_\d\])|(?=\[ads?_\d\])/u;
