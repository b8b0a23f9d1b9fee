import { trimEndOf } from '../../../../text/trim-ends.ts';

/** Words that no person is called. */
const NO_PERSON =
  /^(?:[a-z\d]*admin(?:istrator)?|root|editor(?:s|ial)?|editor[- ]in[- ]chief|staff|unknown|none|null|undefined|n\/a|guest|anonymous|author|user|webmaster|web ?desk|redaktion|posted|published|updated)$|\b(?:newsroom|news ?desk|desk|team|staff|bureau|agency|agencies|network|magazine|reporters|correspondents|contributors?|editors|editorial|inc|ltd|llc|gmbh|plc|university|institute|ministry|committee|council|association|federation|foundation|corporation|company|associated press|reuters|press office|media|online|newspaper|office)\b/iu;
const ADDRESS = /\S@\S|^(?:https?:|www\.|\/|@|#)|\.(?:com|org|net|co\.uk|html?|php)\b|[{}<>\\|]/iu;
const DAY =
  /\d{3}|\d{1,2}[:./]\d{1,2}|^(?:on )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6} \d/iu;
const PREFIX =
  /^(?:(?:written |story |article |report |text |posted |words )?by:?|author:?|from|di|por|von)\s+(?=\S)/iu;
/** What a by-line says of its author behind the name. */
const OFFICE =
  /[,|–—-]\s*(?:(?:the )?(?:senior|chief|staff|special|guest|political|science|business|sports?|foreign|deputy|associate|assistant|contributing|news|digital)\b.{0,60}|(?:reporter|correspondent|writer|editor|columnist|journalist|photographer|for |in |at |of |ph\.?d|m\.?d|b\.?b\.?c|cnn).{0,60}|.{0,40}\b(?:writer|editor|reporter|correspondent|columnist))$/iu;
const LONGEST = 80;

/**
 * The names of people in what a page gives as its author: several in one text are taken apart, "By" and offices are
 * left off; addresses, days, organisations and accounts are no names.
 * @param publisher is no author of its own article
 */
export function personNames(stated: readonly string[], publisher?: string): string[] {
  const names = stated.flatMap(takeApart).map(tidy);
  return [...new Set(names)].filter((name) => isName(name) && !isPublisher(name, publisher));
}

function takeApart(stated: string): string[] {
  const text = withoutMail(stated.replace(PREFIX, '').replace(/\s(?:on|at)\s[^\d]{0,20}\d.{0,40}$/u, ''));
  if (isIndexForm(text)) return [text];
  return text.replace(OFFICE, '').split(/[;|&]|,(?!\s(?:Jr|Sr|II|III|MD|PhD)\b)|\s(?:and|with)\s/iu);
}

/** "ada@wenn.example (Ada Quill)", "Ada Quill <ada@wenn.example>" → "Ada Quill" */
function withoutMail(text: string): string {
  const inBrackets = /^[^\s@]{1,64}@[^\s@()]{1,80} ?\(([^()]{2,80})\)$/u.exec(text.trim())?.[1];
  return inBrackets ?? text.replace(/\s?[<(]\S{1,80}@\S{1,80}[>)]/u, '').replace(/^mailto:/iu, '');
}

/** "Quill, Ada": the family name first, as in an index. */
function isIndexForm(text: string): boolean {
  return /^\p{Lu}[\p{L}'’-]{1,30}, \p{Lu}[\p{L}'’-]{0,20}\.?(?: \p{Lu}\.?){0,3}$/u.test(text);
}

function tidy(name: string): string {
  const text = trimEndOf(name.trim().replace(PREFIX, '').replace(OFFICE, ''), /[\s,:;•|–—-]/u).trim();
  if (!isIndexForm(text)) return text;
  const [family = '', given = ''] = text.split(', ');
  return `${given} ${family}`;
}

/** "India Post News Weekly" of "India Post" */
function isPublisher(name: string, publisher: string | undefined): boolean {
  return publisher !== undefined && name.toLowerCase().startsWith(publisher.toLowerCase());
}

function isName(name: string): boolean {
  if (name === '' || name.length > LONGEST || !/\p{L}{2}/u.test(name)) return false;
  if (NO_PERSON.test(name) || ADDRESS.test(name) || DAY.test(name)) return false;
  return name.split(' ').length <= 6 && !/^[a-z\d._-]+$/.test(name);
}
