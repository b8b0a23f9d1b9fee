import { nounClass } from './answer-types.ts';

/** What chats write for a word that texts write out. */
const SHORTHAND: ReadonlyMap<string, string> = new Map([
  ['ppl', 'people'],
  ['peeps', 'people'],
  ['govt', 'government'],
  ['gov’t', 'government'],
  ['wat', 'what'],
  ['wut', 'what'],
  ['wot', 'what'],
  ['b4', 'before'],
  ['thru', 'through'],
  ['cuz', 'because'],
  ['prez', 'president'],
  ['yrs', 'years'],
]);

/** Verbs of two words and more that texts tell in one. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(get|gets|getting) rid of\b/gi, 'delete'],
  [/\b(?:my |your |the |our )?money back(?! guarantee)\b/gi, 'refund'],
  [/\bbr(?:ing|ings|ought) about\b/gi, 'cause'],
  [/\bbrought to an end\b/gi, 'ended'],
  [/\bruns? out(?! of)\b/gi, 'expires'],
  [/\bran out(?! of)\b/gi, 'expired'],
  [/\bc[ao]mes? up with\b/gi, 'invented'],
  [
    /\b(?:take|takes|took|taking) up (?=(?:\S{1,20} ){0,4}(?:offer|proposal|overture|invitation)s?\b)/gi,
    'accept ',
  ],
  [/\bin fav(?:ou?)r of\b/gi, 'who want'],
  [
    /^how (?:is|are|was|were) (.{2,60}?) (?:doing|going|progressing|coming along|getting (?:on|along))(?=[\s?!.]{0,9}$)/gi,
    'what progress has $1 made',
  ],
  [/\bwould like(?: to (?:see|have|get))?\b/gi, 'want'],
  [/\bhow many lives were lost\b/gi, 'how many people were killed'],
  [
    /\bhow many lives (?:did|does|do|has|have) (.{2,60}?) (?:cost|claim(?:ed)?|tak(?:e|en))\b/gi,
    'how many people were killed in $1',
  ],
];

/** Short ways to ask for what somebody or something is, each with the name in it. */
const EXPLAIN: readonly RegExp[] = [
  /^(?:the )?(?:meaning|definition) of (.{2,60})$/i,
  /^what(?: is|'s|’s|s) (?:the |a )?(?:meaning|definition) of (.{2,60})$/i,
  /^(?:the )?(?:role|job|occupation|profession) of (?!.* (?:in|during|for|on|at|as|by) )(.{2,60})$/i,
  /^what do(?:es)? (\S{2,30}(?: \S{1,30}){0,2}) (?:mean|stand for)$/i,
  /^(\S{2,30}(?: \S{1,30}){0,3}) (?:meaning|definition|who|explained)$/i,
  /^(?:what(?: is| was|'s|’s|s) )?(\S{2,30}(?: \S{1,30}){0,2}) (?:job|occupation|profession)$/i,
  /^what(?: is| was|'s|’s|s) (\S{2,30}(?: \S{1,30}){0,2})(?:['’]s|(?<=[^s])s) (?:role|title|position|post|function)$/i,
  /^(?:where|for whom|who|what company) (?:does|did) (\S{2,30}(?: \S{1,30}){0,2}) work(?: for| at)?$/i,
  /^what (?:does|did) (\S{2,30}(?: \S{1,30}){0,2}) do (?:for a living|for work|as a job)$/i,
  /^what does (?!(?:the|an?|this|that)\b)(\S{2,30}(?: \S{1,30}){0,2}) do$/i,
];

/** What two names have to do with each other. */
const RELATED: readonly RegExp[] = [
  /^(?:what(?: is|'s|’s|s) )?(?:the )?(?:relation|relationship|connection) (?:between|of) (.{2,60}?) (?:and|&) (.{2,60})$/i,
  /^(?:how )?(?:is|are|was|were) (.{2,60}?) and (.{2,60}?) related$/i,
  /^(?:is|was) (.{2,60}?) related to (.{2,60})$/i,
  /^(\S{2,30}) (?:and |& )?(\S{2,30}) (?:relation|relationship)$/i,
];

/** In how many words behind it the thing stands that somebody has: "assads main ally". */
const REACH = 3;

/**
 * Puts short ways to ask into the words that the analysis knows: "makhlouf job" asks who he is, "assad makhlouf relation"
 * how they are related, "ppl" are people, "assads ally" is Assad's.
 * @param knows whether a word, in lower case, is English
 */
export function rewordQuestion(text: string, knows: (word: string) => boolean): string {
  const spelt = withPossessives(withoutShorthand(text), knows);
  const bare = spelt.replace(/[\s?!.]{1,20}$/, '');
  for (const form of RELATED) {
    const [, one, other] = form.exec(bare) ?? [];
    if (one !== undefined && other !== undefined) return `how is ${one} related to ${other}`;
  }
  for (const form of EXPLAIN) {
    const name = form.exec(bare)?.[1];
    if (name !== undefined && !OPENS_OTHERWISE.test(name)) return `what is ${name.replace(/['’]s?$/, '')}`;
  }
  return spelt;
}

/** "How much is a job", "what is it": no name. */
const OPENS_OTHERWISE =
  /^(?:who|what|which|when|where|why|how|is|are|was|were|do|does|did|can|will|my|your|our|this|that|these|those|it|i|he|she|they|we|you|for|to)\b/i;

function withoutShorthand(text: string): string {
  const plain = text.replace(/[\p{L}\p{N}’]+/gu, (word) => SHORTHAND.get(word.toLowerCase()) ?? word);
  return PHRASES.reduce((worded, [phrase, word]) => worded.replace(phrase, word), plain);
}

function withPossessives(text: string, knows: (word: string) => boolean): string {
  const words = [...text.matchAll(/[\p{L}\p{N}'’-]+/gu)];
  for (const [i, { 0: word, index }] of words.entries()) {
    if (!/^\p{L}{3,30}s$/iu.test(word) || knows(word.toLowerCase())) continue;
    const behind = words.slice(i + 1, i + 1 + REACH);
    const has = behind.findIndex(([next]) => HAD.has(nounClass(next) ?? ''));
    const between = behind.slice(0, Math.max(has, 0));
    if (has < 0 || between.some(([next]) => ENDS_PHRASE.test(next))) continue;
    return `${text.slice(0, index + word.length - 1)}'${text.slice(index + word.length - 1)}`;
  }
  return text;
}

const HAD: ReadonlySet<string> = new Set(['person', 'organisation']);
const ENDS_PHRASE =
  /^(?:is|are|was|were|do|does|did|has|have|and|or|of|in|on|at|to|for|from|by|with|the|a|an)$/i;
