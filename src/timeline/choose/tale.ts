import type { DatedEvent } from '../types.ts';

const SMALL: ReadonlySet<string> = new Set(
  'the of and to in on at for from by with as is are was were be been has have had it its that this an or but not he she they his her their will would which who said says say told according also into over after before since when while during without more than about first last year years day days week month early late monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december new one two three'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]+/gu;
/** Words that tell the same happening without the same stem. */
const KIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    die: 'died dies dead death deaths dying',
    win: 'won wins winner winners winning victory',
    begin: 'began begun begins beginning start started starts starting launch launched launches',
    kill: 'killed kills killing killings',
    shoot: 'shot shooting shootings shooter gunman',
    lose: 'lost loses loss losing defeat defeated defeats',
    strike: 'struck strikes striking hit hits',
    fall: 'fell falls fallen falling collapse collapsed',
    leave: 'left leaves leaving quit quits departure',
    found: 'founded founding founds',
    build: 'built builds building constructed construction',
    take: 'took takes taken seize seized captured',
  }).flatMap(([stem, forms]) => [stem, ...forms.split(' ')].map((form) => [form, stem] as const)),
);

/** What an event's sentence tells, in crude stems: all of it, and the clause of its date alone. */
export interface Tale {
  readonly all: ReadonlySet<string>;
  readonly core: ReadonlySet<string>;
}

/** How much a stem says, from how many of the texts at hand have it. */
export type Weigh = (stem: string) => number;

const DEFAULTS = {
  /** Stems that a clause must have to stand for its sentence. */
  leastCore: 3,
  /** Tales that are imagined beside those at hand: of five, four with a word do not make it an empty one. */
  smoothing: 10,
} as const;

export function taleOf({ article: { text }, sentence, expression }: DatedEvent): Tale {
  const [from, to] = expression ?? [sentence.end, sentence.end];
  const left = text.slice(sentence.start, from);
  const right = text.slice(to, sentence.end);
  const all = stems(`${left} ${right}`);
  if (!expression) return { all, core: all };
  const begin = Math.max(
    left.lastIndexOf(', '),
    left.lastIndexOf('; '),
    left.lastIndexOf(' – '),
    left.lastIndexOf('('),
  );
  const end = right.search(/, |; | – |\)/);
  const core = stems(`${left.slice(begin + 1)} ${end < 0 ? right : right.slice(0, end)}`);
  return { all, core: core.size < DEFAULTS.leastCore ? all : core };
}

function stems(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of text.toLowerCase().match(WORD) ?? []) if (!SMALL.has(word)) found.add(stem(word));
  return found;
}

/** "invaded", "invasion" and "invades" are one; cruder than a real stemmer on purpose, for nouns made of verbs. */
function stem(word: string): string {
  const kin = KIN.get(word);
  if (kin !== undefined) return kin;
  if (word.length < 5) return word.replace(/s$/, '');
  const bare = word.replace(/(?:ments?|ations?|ions?|ings?|ers?|ed|es|s|e|ly|al)$/, '');
  return (bare.length < 3 ? word : bare).replace(/(?<=\p{L}{3})[sd]$/u, '');
}

/** Weights by rarity among some tales: what nearly all of them have says nothing of any one. */
export function weighByRarity(tales: readonly Tale[]): Weigh {
  const counts = new Map<string, number>();
  for (const { all } of tales) for (const stem of all) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => Math.log((tales.length + DEFAULTS.smoothing) / ((counts.get(stem) ?? 0) + 0.5));
}

/** How much of what the lesser of two sets says the other says too, 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number {
  let [shared, ofA, ofB] = [0, 0, 0];
  for (const stem of a) {
    const weight = weigh(stem);
    ofA += weight;
    if (b.has(stem)) shared += weight;
  }
  for (const stem of b) ofB += weigh(stem);
  const least = Math.min(ofA, ofB);
  return least <= 0 ? 0 : shared / least;
}
