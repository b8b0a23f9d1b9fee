import type { Word } from '../text/terms.ts';
import type { SentenceView } from './sentence-views.ts';
import type { Span } from './types.ts';

/** How a sentence says who or what a name is. */
export interface Definition {
  /** 0 to 1: an apposition with an article says more than a title in front. */
  readonly strength: number;
  /** The defining words, as offsets into the sentence. */
  readonly focus: Span;
}

/** Words that stand for a role and so define the name behind them: "envoy James Jeffrey", "the cousin of …, X". */
const ROLES =
  /\b(?:president|minister|secretary|envoy|adviser|advisor|ambassador|spokes(?:man|woman|person)|leader|chief|head|director|chair(?:man|woman)?|founder|ceo|officer|general|commander|king|queen|prince(?:ss)?|senator|governor|mayor|judge|professor|author|actor|actress|singer|player|coach|cousin|brother|sister|son|daughter|wife|husband|father|mother|tycoon|businessman|businesswoman|official|diplomat|journalist|company|firm|group|organi[sz]ation|agency|website|newspaper|party|city|town|province|region|area|country|capital|stronghold|network|channel|affiliate|committee|movement|militia|complex|guarantors?|ally|backer)\b/i;

const APPOSITION_AFTER =
  /^["”’']?\s*(?:,|\(|–|—|-)\s*((?:who|which)\s+(?:is|was|are|were|has|had|serves?|served|leads?|led|runs?|ran|owns?|founded)\b|(?:an?|the|his|her|its|their|one of|known as|also known)\s|(?:former|current|senior|chief|deputy|vice|head|founder|chair|director|president|minister|secretary|spokes\w+|adviser|advisor|leader|professor|analyst|author|ceo)\b)/iu;
const COPULA_AFTER =
  /^["”’']?\s+(?:is|was|are|were|has been|became|serves as|served as)\s+(?:an?|the|one of|his|her|its|their)\s/iu;
const LIST_AFTER = /^["”’']?(?:\s+\p{L}+){0,2}\s*(?:[–—:(]|,\s*(?:namely|including|such as))\s*\p{Lu}/u;

/** Whether and how the sentence defines the name, given as terms; the sentence must hold all of its terms in a row. */
export function findDefinition(view: SentenceView, name: readonly string[]): Definition | undefined {
  const place = findName(view.words, name);
  if (place === undefined) return undefined;
  const { text } = view;
  const after = text.slice(place.end);
  const candidates = [
    ruleAfter(text, place.end, after, APPOSITION_AFTER, 1, /[,;()–—]/),
    ruleAfter(text, place.end, after, LIST_AFTER, 0.95, /\band used\b|[;()]|\.\s/),
    ruleAfter(text, place.end, after, COPULA_AFTER, 0.9, /[;()]|,\s+(?:but|and|who|which)\b/),
    roleBefore(text, place.start),
  ].filter((found) => found !== undefined);
  return candidates.sort((a, b) => b.strength - a.strength)[0];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The first run of words that is the name, also when its spelling is joined ("Al-Shaer"). */
function findName(words: readonly Word[], name: readonly string[]): Place | undefined {
  for (let i = 0; i < words.length; i++) {
    let at = i;
    let matched = 0;
    while (at < words.length && matched < name.length) {
      const word = words[at];
      if (word === undefined) break;
      if (word.term === name[matched]) {
        matched++;
        at++;
      } else if (word.joined === name[matched]) {
        matched++;
        at += 2;
      } else if (word.stop && matched > 0) at++;
      else break;
    }
    const first = words[i];
    const last = words[at - 1];
    if (matched === name.length && first !== undefined && last !== undefined) {
      return { start: first.start, end: last.end };
    }
  }
  return undefined;
}

function ruleAfter(
  text: string,
  end: number,
  after: string,
  rule: RegExp,
  strength: number,
  stops: RegExp,
): Definition | undefined {
  const opening = rule.exec(after);
  if (opening === null) return undefined;
  const skip = /^["”’']?(?:\s+(?=\p{L}+\s*[–—:(])\p{L}+)?\s*[,(–—:-]?\s*/u.exec(after)?.[0].length ?? 0;
  const start = end + skip;
  const rest = text.slice(start);
  const stop = rest.search(stops);
  const focus = rest.slice(0, stop < 0 ? rest.length : stop).replace(/[\s.,;"”]+$/u, '');
  return focus.length < 3 ? undefined : { strength, focus: [start, start + focus.length] };
}

/** A role in front of the name, up to the clause's start: "US envoy X", "the cousin of Y, X", "his company, “X”". */
function roleBefore(text: string, start: number): Definition | undefined {
  const before = text.slice(0, start);
  const clause =
    /(?:^|[.;:!?]\s+|\b(?:that|said|when|of|by|between|with|and|against|from|but|save|including|as|to|quoted)\s+)((?:(?!\b(?:said|says|that|is|was|were|are|has|had)\b)[^;:!?()]){3,90}?),?\s*["“‘']?$/u.exec(
      before,
    );
  const phrase = clause?.[1];
  if (clause === null || phrase === undefined) return undefined;
  const role = [...phrase.matchAll(new RegExp(ROLES, 'gi'))].at(-1);
  if (role === undefined) return undefined;
  // Between the role and the name only more of the same noun phrase may stand.
  const between = phrase.slice(role.index + role[0].length);
  if (between.length > 60 || /\b(?:and|or|but|who|which)\b/.test(between)) return undefined;
  const focusStart = clause.index + clause[0].indexOf(phrase);
  const focus = phrase.replace(/[\s,]+$/, '');
  const glued = between.trim() === '' || /^(?:\s+(?:of|to|for|in)\s[^,]*)?,?\s*$/.test(between);
  return { strength: glued ? 0.8 : 0.6, focus: [focusStart, focusStart + focus.length] };
}
