import { trimEndOf } from '../../text/trim-ends.ts';
import type { Asking } from './ask-anew.ts';

/** What a text does with the question before it. */
export type FollowUp =
  /** "And when?" */
  | { readonly kind: 'asks'; readonly asking: Asking }
  /** "How tall?" */
  | { readonly kind: 'measures'; readonly adjective: string }
  /** "What about Iran?", "and in Homs?" */
  | { readonly kind: 'about'; readonly text: string; readonly preposition?: string }
  /** A sentence of its own, that may hold words for what was said. */
  | { readonly kind: 'sentence'; readonly text: string };

const OPENING = /^(?:(?:and|but|so|ok|okay|well|oh|then|yes|no|also|hm+|thanks|thank you)[\s,]+)+/i;
const CLOSING: ReadonlySet<string> = new Set(['exactly', 'though', 'again', 'please', 'precisely', 'anyway']);
/** "… was that", "… did it happen": of what the question was about. "Where is that" and "who is that" ask of something. */
const OF_THAT =
  /^((?:when|why|how|where|what time|since when|until when|(?:in |on )?(?:what|which) \w+)\b.*?) (?:(?:was|were) (?:that|this|it)|(?:did|does) (?:that|this|it)(?: happen| occur| take place)?)$/i;
const PRESENT_OF_THAT = /^(why|how|when) is (?:that|this|it)$/i;

interface Rule {
  readonly form: RegExp;
  readonly kind: Asking['kind'];
  /** As the question begins; absent: as typed. */
  readonly word?: string;
}

const RULES: readonly Rule[] = [
  { form: /^(?:when|what time|at what time)$/i, kind: 'time', word: 'when' },
  {
    form: /^(?:(?:in|on|since|until|by) )?(?:what|which) (?:year|month|day|date|century|decade)$/i,
    kind: 'time',
  },
  { form: /^(?:since when|until when|from when)$/i, kind: 'time' },
  { form: /^where(?:abouts)?$/i, kind: 'place', word: 'where' },
  {
    form: /^(?:(?:in|to|from) )?(?:what|which) (?:country|city|town|state|region|place|village|province)$/i,
    kind: 'place',
  },
  { form: /^(?:why|how come|what for|for what reason)$/i, kind: 'other', word: 'why' },
  { form: /^(?:how|how long|how often)$/i, kind: 'other' },
  { form: /^(?:by whom|who by|by who)$/i, kind: 'who' },
  { form: /^(?:who|whom|who (?:did|does) (?:that|this|it)|who was it|who was responsible)$/i, kind: 'who' },
  { form: /^(?:with|against|for|to|from) (?:whom|who)$/i, kind: 'other' },
  {
    form: /^(?:in|on|at|to|from|with|by|for|about|against|of) (?:what|which)(?: \w+)?$/i,
    kind: 'other',
  },
  {
    form: /^(?:when|where|why|how) and (?:when|where|why|how)$/i,
    kind: 'other',
  },
  { form: /^how many(?: people| of them| were there)?$/i, kind: 'count' },
  { form: /^(?:(?:for )?how much|at what price|what price)$/i, kind: 'price' },
];

const MEASURE = /^how (old|tall|big|large|long|high|deep|wide|heavy|far|fast|expensive|rich)$/i;
const ABOUT =
  /^(?:what about|how about|what of|and what about|same for|the same for) (?:(in|on|at|for|from|near|since|during) )?(\S.*)$/i;
const WITH_PREPOSITION = /^(in|on|at|for|from|near|since|during|to|of|by|with|against|about) (\S.*)$/i;
const SHORT = 5;

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(who|what|where|when|why|how|he|she|it|that|there)['’]s\b/gi, '$1 is'],
  [/\b(who|they|we|you|what)['’]re\b/gi, '$1 are'],
  [/\b(who|what|where|when|why|how)['’]d\b/gi, '$1 did'],
];

/** Reads a text that may go on from a question. */
export function readFollowUp(typed: string): FollowUp {
  const expanded = CONTRACTIONS.reduce(
    (text, [form, words]) => text.replace(form, words),
    typed.replace(/\s+/g, ' ').trim(),
  );
  const bare = trimEndOf(expanded, /[\s?!.…]/);
  const opening = OPENING.exec(bare)?.[0] ?? '';
  const text = withoutClosing(bare.replace(OPENING, '')).replace(/^(when|where|why|how|who),? then$/i, '$1');
  const asked = PRESENT_OF_THAT.exec(text)?.[1] ?? OF_THAT.exec(text)?.[1] ?? text;
  const rule = RULES.find(({ form }) => form.test(asked));
  if (rule !== undefined)
    return {
      kind: 'asks',
      asking: { kind: rule.kind, word: rule.word ?? withPreposition(asked.toLowerCase()) },
    };
  const measured = MEASURE.exec(text)?.[1];
  if (measured !== undefined) return { kind: 'measures', adjective: measured.toLowerCase() };
  const about = ABOUT.exec(text);
  if (about?.[2] !== undefined) return aboutOf(about[1], about[2]);
  const short =
    text.split(' ').length <= SHORT &&
    !/\b(?:is|are|was|were|did|does|do|has|have|had|will|can|could|would|who|whom|whose|what|when|where|why|how|which)\b/i.test(
      text,
    );
  if (short) {
    const [, preposition, rest] = WITH_PREPOSITION.exec(text) ?? [];
    if (preposition !== undefined && rest !== undefined) return aboutOf(preposition, rest);
    if (/\band\b/i.test(opening)) return aboutOf(undefined, text);
  }
  return { kind: 'sentence', text };
}

function withoutClosing(text: string): string {
  const words = text.split(' ');
  while (words.length > 1 && CLOSING.has((words.at(-1) ?? '').toLowerCase())) words.pop();
  return trimEndOf(words.join(' '), /,/);
}

function aboutOf(preposition: string | undefined, text: string): FollowUp {
  return {
    kind: 'about',
    text: text.trim(),
    ...(preposition !== undefined && { preposition: preposition.toLowerCase() }),
  };
}

/** "Which city" asks "in which city". */
function withPreposition(word: string): string {
  if (/^(?:in|on|since|until|by|to|from|at|with|against|for|how)\b/.test(word))
    return word.replace(/\bwho$/, 'whom');
  if (/(?:day|date)$/.test(word)) return `on ${word}`;
  return /^(?:what|which)\b/.test(word) ? `in ${word}` : word;
}
