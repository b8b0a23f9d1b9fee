import { trimEndOf } from '../../text/trim-ends.ts';
import type { TaggedWord } from '../../text/wink.ts';
import { nounClass } from '../question/answer-types.ts';
import type { Definition } from './definition.ts';
import type { NamePlace } from './name-place.ts';
import { isRole, ROLE_WORDS } from './role-words.ts';

type Tag = (text: string) => TaggedWord[];

/** What says a kind counts in full, what says a detail about half: "a judge" before "who has two degrees". */
const STRENGTHS = {
  list: 0.95,
  kindBehind: 0.4,
  expansion: 0.7,
  hanging: 0.35,
} as const;

const COPULA =
  /^["”’']?\s+(?:is|was|are|were|has been|became|remains|serves as|served as)\s+(?=(?:an?|the|one of|his|her|its|their)\s)/iu;
const MEANS =
  /^["”’']?\s+(?:(?:is|are) defined as|(?:is|are) the (?:term|name) for|refers? to|consists? of|stands? for)\s+/iu;
const BARE_COPULA = /^["”’']?\s+(?:is|are)\s+(?=\p{Ll})/iu;
const APPOSITION =
  /^["”’']?\s*(?:[,(–—]| -)\s*(?=(?:an?|the|his|her|its|their|one of|(?:also |formerly )?known as|or|who|which)\s)/iu;
const ROLE_APPOSITION = new RegExp(
  `^["”’']?\\s*(?:[,(–—]| -)\\s*(?!(?:with|and|but|while|as|when|after|his|her|their|or)\\b)(?=(?:[\\p{L}-]+\\s){0,2}(?:${ROLE_WORDS})\\b)`,
  'iu',
);
const LIST =
  /^["”’']?((?:\s+\p{Ll}+){0,2})\s*(?:[–—(]|:(?=\s)|,\s*(?:namely|including|such as))\s*(?=\p{Lu}[^,;.()]{0,60}(?:,| and )\s*\p{Lu})/u;
/** "Daraa province", "the omicron variant", "the Azovstal steel mill". */
const KIND_BEHIND = /^(?:\s+\p{Ll}+){1,3}/u;

/** The name hangs on the word before it: "testing for monkeypox", "decision to overturn Roe v. Wade". */
const HANGS_ON =
  /\b(?:of|for|from|to|with|about|against|on|in|by|at|into|over|between|and|or|than)\s+(?:the\s+)?["“‘']?$/iu;
/** What a clause opens with, so that the name behind it is what the clause is about. */
const OPENS_CLAUSE =
  /(?:^|[.:;,)–—]\s|\b(?:that|because|and|but|while|as|when|if|says?|said|believes?|why|how|what|where|how|whether)\s)["“‘']?(?:the\s+|an?\s+)?["“‘']?$/iu;
const DETAIL = /^(?:the|an?) (?:first|only|second|third|last|latest|most|next|\p{L}+est)\b/iu;
const PERSONAL = /^(?:his|her|its|their)\b/i;

/** What is said of a name right behind it: a copula, an apposition, a list, a kind. */
export function definitionsBehind(text: string, place: NamePlace, tag: Tag): Definition[] {
  const after = text.slice(place.end);
  return [
    copula(text, place, after, tag),
    apposition(text, place, after, tag),
    list(text, place, after),
    kindBehind(place, after),
  ].filter((definition) => definition !== undefined);
}

function copula(text: string, place: NamePlace, after: string, tag: Tag): Definition | undefined {
  const stops = /[;()]|\s[–—]\s|,\s+(?:but|and|who|which|while)\b|\.\s/;
  const lead = COPULA.exec(after) ?? MEANS.exec(after);
  if (lead !== null) {
    const found = span(place.end, after, lead[0].length, stops);
    return found && { ...found, strength: subjectStrength(text, place, tag) * kindOf(wordsOf(text, found)) };
  }
  const bare = BARE_COPULA.exec(after);
  if (bare === null) return undefined;
  const found = span(place.end, after, bare[0].length, stops);
  if (found === undefined) return undefined;
  // "Neurons are cells that …", not "prices are high" nor "prices are rising".
  const [first, second, third] = tag(wordsOf(text, found).slice(0, 60));
  const isOf = (word: TaggedWord | undefined, pos: string) =>
    word?.pos === pos && !/(?:ing|ed)$/.test(word.value);
  const next = isOf(first, 'NOUN') ? second : isOf(first, 'ADJ') && isOf(second, 'NOUN') ? third : first;
  if (next === first || next?.pos === 'ADJ') return undefined;
  return { ...found, strength: 0.85 * subjectStrength(text, place, tag) };
}

/** "Monkeypox is a …" says what it is; "to adjust for inflation is a …" and "X's plan for Y is a …" do not. */
function subjectStrength(text: string, { start }: NamePlace, tag: Tag): number {
  const before = text.slice(Math.max(0, start - 60), start);
  if (start < 4 || OPENS_CLAUSE.test(before)) return 1;
  const isObject = tag(before).findLast(({ pos }) => pos !== 'DET' && pos !== 'PUNCT')?.pos === 'VERB';
  return isObject || HANGS_ON.test(before) ? STRENGTHS.hanging : 0.7;
}

function apposition(text: string, place: NamePlace, after: string, tag: Tag): Definition | undefined {
  const opened = APPOSITION.exec(after) ?? ROLE_APPOSITION.exec(after);
  if (opened === null) return undefined;
  const found = span(place.end, after, opened[0].length, /,(?!\d)|[;()–—]|[.!?]["”’']?$|\.\s/);
  if (found === undefined) return undefined;
  const focus = wordsOf(text, found);
  if (/^(?:or|known as|also known as|formerly known as)\s/i.test(focus))
    return { ...found, strength: STRENGTHS.expansion };
  if (/^(?:who|which)\b/i.test(focus)) return { ...found, strength: relativeStrength(focus) };
  const words = tag(focus);
  if (isClause(words)) return undefined;
  // "On X, agency officials expressed …": without an article, a verb makes it a clause.
  if (!startsWithArticle(focus) && words.some(({ pos, value }) => pos === 'VERB' && !/ing$/.test(value)))
    return undefined;
  const strength = appositionStrength(text, place, focus, opened[0], text.slice(found.focus[1]));
  return strength === undefined ? undefined : { ...found, strength };
}

/** "…, who is a lawyer" says what she is; "…, who has two degrees" tells of her. */
function relativeStrength(focus: string): number {
  if (/^(?:who|which)\s+(?:is|was|are|were)\s+(?:an?|the|one of|also|\p{Ll}+(?:er|or|ist)\b)/iu.test(focus))
    return 0.75;
  return /^(?:who|which)\s+(?:leads?|led|runs?|ran|owns?|founded|heads?|serves?|served|plays?)\b/i.test(focus)
    ? 0.6
    : 0.4;
}

function appositionStrength(
  text: string,
  { start, end }: NamePlace,
  focus: string,
  opened: string,
  rest: string,
): number | undefined {
  const bare = focus.replace(/^(?:an?|the|his|her|its|their|one of)\s+/i, '');
  if (!startsWithArticle(focus)) {
    // "Viktor Bout, President Biden confirmed", "Warnock, Sen. Ossoff and": the next one of a list.
    const words = bare.split(/\s+/);
    const roleAt = words.findIndex((word) => isRole(word.replace(/[.,]$/, '')));
    return /^\p{Lu}/u.test(words[roleAt + 1] ?? '') ? undefined : 0.85;
  }
  // "NASA, the European Space Agency, the … and": another name of a list, or another name of the same.
  const isOtherName = bare
    .split(/\s+/)
    .every((word) => /^(?:\p{Lu}|of$|for$|the$|and$|in$|at$|on$)/u.test(word));
  if (isOtherName && /^,? (?:the |and )*\p{Lu}/u.test(rest)) return undefined;
  if (isOtherName && !isRole(bare.split(/\s+/).at(-1) ?? '')) return 0.3;
  // "the ad (the figure)"
  if (opened.includes('(') && bare.split(/\s+/).length < 2 && !isRole(bare)) return undefined;
  // "In Uvalde, a community …": what follows is what the sentence is about; "testing for monkeypox, a crucial part of …".
  const before = text.slice(Math.max(0, start - 40), start);
  if (/^(?:in|at|on|for|with|from|to|after|before)\s+$/i.test(before)) return STRENGTHS.hanging;
  const isName = /^\p{Lu}/u.test(text.slice(start, end));
  if (HANGS_ON.test(before) && !isName) return STRENGTHS.hanging;
  return /[–—-]/.test(opened) ? 0.7 * kindOf(focus) : kindOf(focus);
}

const startsWithArticle = (focus: string): boolean => /^(?:an?|the|his|her|its|their|one of)\s/i.test(focus);

/** What a description counts for by how it opens. */
function kindOf(focus: string): number {
  if (PERSONAL.test(focus)) return 0.6;
  if (DETAIL.test(focus)) return 0.85;
  // "One of the greats" praises more than it explains.
  if (/^one of\b/i.test(focus)) return 0.8;
  // "The impetus behind the strike" tells what it did.
  if (/^the \p{Ll}+ behind\b/iu.test(focus)) return 0.5;
  return /^the\s/i.test(focus) ? 0.93 : 1;
}

/** A finite verb of its own makes it a clause and no description. */
function isClause(words: readonly TaggedWord[]): boolean {
  let relative = false;
  return words.some(({ value, pos }, i) => {
    if (/^(?:who|which|that|where|whose)$/i.test(value)) relative = true;
    if (relative) return false;
    // "The exchange he founded"
    if (pos === 'PRON' && i > 0) relative = true;
    return pos === 'AUX' || (pos === 'VERB' && !/(?:ed|ing|en|known|born|held|led|made)$/i.test(value));
  });
}

function list(text: string, place: NamePlace, after: string): Definition | undefined {
  const opened = LIST.exec(after);
  // Several are asked for, and named: "the guarantor nations – Iran, Russia, and Turkey".
  if (opened === null || !/\p{Ll}s["”’']?$/u.test(`${text.slice(place.start, place.end)}${opened[1] ?? ''}`))
    return undefined;
  const found = span(place.end, after, opened[0].length, /\band used\b|[;()]|\.\s/);
  return found && { ...found, strength: STRENGTHS.list };
}

function kindBehind({ end }: NamePlace, after: string): Definition | undefined {
  const words = [...(KIND_BEHIND.exec(after)?.[0] ?? '').matchAll(/\p{Ll}+/gu)];
  const at = words.findIndex(([word]) => nounClass(word) === 'place' || KINDS.test(word));
  const [first, kind] = [words[0], words[at]];
  // "The Azovstal plant", "the Azovstal steel plant", not "Daraa fell as the city".
  if (first === undefined || kind === undefined || words.slice(0, at).some(([word]) => !DESCRIBES.test(word)))
    return undefined;
  return { strength: STRENGTHS.kindBehind, focus: [end + first.index, end + kind.index + kind[0].length] };
}

/** Nouns before a kind: of what it is made, or for what. */
const DESCRIBES =
  /^(?:steel|iron|gas|oil|coal|power|water|nuclear|chemical|space|rocket|military|naval|air|word|video|card|board|computer|phone|messaging|social|news|search|music|streaming|vaccine|flu|weather|storm|tax|trade|peace|research|weight|loss|climate|crypto|payment|dating|chat)$/;
const KINDS =
  /^(?:plant|mill|steelworks|station|satellite|mission|treaty|act|law|bill|game|system|engine|service|network|ship|vessel|submarine|variant|virus|disease|vaccine|telescope|rocket|spacecraft|pipeline|exchange|movement|militia|group|party|app|region|area)$/;

function span(end: number, after: string, lead: number, stops: RegExp): Definition | undefined {
  const rest = after.slice(lead);
  const stop = rest.search(stops);
  const focus = trimEndOf(rest.slice(0, stop < 0 ? rest.length : stop), /[\s.,;"”]/);
  return focus.length < 3 ? undefined : { strength: 0, focus: [end + lead, end + lead + focus.length] };
}

const wordsOf = (text: string, { focus }: Definition): string => text.slice(...focus);
