import type { DatedEvent } from '../dated-event.ts';

const SMALL: ReadonlySet<string> = new Set(
  'the of and to in on at for from by with as is are was were be been has have had it its that this an or but not he she they his her their will would which who said says say told according also into over after before since when while during without more than about first last year years day days week month early late monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december new one two three'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]+/gu;
/** Words that tell the same happening without the same stem. */
export const KIN: ReadonlyMap<string, string> = new Map(
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
    find: 'found finds finding',
    establish: 'founded founding founds established',
    build: 'built builds building constructed construction',
    take: 'took takes taken seize seized captured',
  }).flatMap(([stem, forms]) => [stem, ...forms.split(' ')].map((form) => [form, stem] as const)),
);

/** Numbers of stems, ascending, each once. */
export type Stems = readonly number[];

/** What an event's sentence tells, in crude stems: all of it, and the clause of its date alone. */
export interface Tale {
  readonly all: Stems;
  readonly core: Stems;
  /** The numbers in it besides its date, in order. */
  readonly figures: string;
}

const DEFAULTS = {
  /** Stems that a clause must have to stand for its sentence. */
  leastCore: 3,
  /** Tales that are imagined beside those at hand: of five, four with a word do not make it an empty one. */
  smoothing: 10,
} as const;

const SAYS_NOTHING = -1;

/** Reads the tales of one timeline; numbers the stems of the words it meets, which come again and again. */
export class TaleReader {
  readonly #words = new Map<string, number>();
  readonly #stems = new Map<string, number>();

  read({ article: { text }, sentence, expression }: DatedEvent): Tale {
    const [from, to] = expression ?? [sentence.end, sentence.end];
    const left = text.slice(sentence.start, from);
    const right = text.slice(to, sentence.end);
    const rest = `${left} ${right}`;
    const all = this.#read(rest);
    const figures = (rest.match(/\d+/g) ?? []).join(' ');
    const begin = Math.max(
      left.lastIndexOf(', '),
      left.lastIndexOf('; '),
      left.lastIndexOf(' – '),
      left.lastIndexOf('('),
    );
    const end = right.search(/, |; | – |\)/);
    if (!expression || (begin < 0 && end < 0)) return { all, core: all, figures };
    const core = this.#read(`${left.slice(begin + 1)} ${end < 0 ? right : right.slice(0, end)}`);
    return { all, core: core.length < DEFAULTS.leastCore ? all : core, figures };
  }

  #read(text: string): Stems {
    const found: number[] = [];
    for (const word of text.toLowerCase().match(WORD) ?? []) {
      const stem = this.#words.get(word) ?? this.#number(word);
      if (stem !== SAYS_NOTHING) found.push(stem);
    }
    found.sort((a, b) => a - b);
    return found.filter((stem, at) => stem !== found[at - 1]);
  }

  #number(word: string): number {
    const known = SMALL.has(word) ? '' : stem(word);
    const number = known === '' ? SAYS_NOTHING : (this.#stems.get(known) ?? this.#stems.size);
    if (number !== SAYS_NOTHING) this.#stems.set(known, number);
    this.#words.set(word, number);
    return number;
  }
}

/** "invaded", "invasion" and "invades" are one; cruder than a real stemmer on purpose, for nouns made of verbs. */
function stem(word: string): string {
  const kin = KIN.get(word);
  if (kin !== undefined) return kin;
  if (word.length < 5) return word.replace(/s$/, '');
  const bare = word.replace(/(?:ments?|ations?|ions?|ings?|ers?|ed|es|s|e|ly|al)$/, '');
  return (bare.length < 3 ? word : bare).replace(/(?<=\p{L}{3})[sd]$/u, '');
}

/** How many of some tales have each stem. */
export function countStems(tales: readonly Tale[]): readonly number[] {
  const counts: number[] = [];
  for (const { all } of tales) for (const stem of all) counts[stem] = (counts[stem] ?? 0) + 1;
  return counts;
}

/** How much each stem says, by its rarity among some tales: what nearly all of them have says nothing of any one. */
export class Rarity {
  readonly #weights: readonly number[];
  readonly #totals = new WeakMap<Stems, number>();

  constructor(tales: readonly Tale[]) {
    const all = tales.length + DEFAULTS.smoothing;
    this.#weights = countStems(tales).map((count) => Math.log(all / (count + 0.5)));
  }

  of(stem: number): number {
    return this.#weights[stem] ?? 0;
  }

  /** How much of what the lesser of two says the other says too, 0 to 1. */
  likeness(a: Stems, b: Stems): number {
    const least = Math.min(this.#total(a), this.#total(b));
    if (least <= 0) return 0;
    let shared = 0;
    for (const stem of sharedStems(a, b)) shared += this.of(stem);
    return shared / least;
  }

  #total(stems: Stems): number {
    const known = this.#totals.get(stems);
    if (known !== undefined) return known;
    const total = stems.reduce((sum, stem) => sum + this.of(stem), 0);
    this.#totals.set(stems, total);
    return total;
  }
}

/** The stems that two have in common. */
export function sharedStems(a: Stems, b: Stems): Stems {
  const shared: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one = 0, other = 0] = [a[i], b[j]];
    if (one === other) shared.push(one);
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return shared;
}
