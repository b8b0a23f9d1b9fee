/** What a word, or a part of one, is to the machine; of these it only passes over `LINE_FEED`, and `OTHER` it does not know. */
export const OTHER = 0;
export const LINE_FEED = 1;

/** wink-nlp's automaton for the ends of sentences. It reads signs, each of which stands for a kind of words or marks. */
export interface SentenceMachine {
  /** The sign of what wink-nlp's transformer gives for a token, or of a single line feed itself. */
  signOf(event: unknown): number;
  /**
   * Reads signs, of which those at the end of a text or between two sentences' ends may have been left out when they are
   * `OTHER`: from its first state that leads nowhere.
   * @returns the places of the signs that sentences end with, in order; the end of the text is not among them
   */
  ends(signs: readonly number[]): number[];
}

const OTHERWISE = '2070003';
const NOWHERE = 0;

interface State {
  /** By sign the next state. */
  readonly next: Uint8Array;
  /** The state that stands for what was read, when nothing fits that comes. */
  readonly otherwise: number;
  /** Whether it is a sentence's end, and by how much this lies behind the first sign that was read. */
  readonly isEnd: boolean;
  readonly isFinal: boolean;
  readonly shift: number;
}

/**
 * @param machine of wink-nlp's model for the ends of sentences: JSON
 * @throws when it is none
 */
export function readSentenceMachine(machine: unknown): SentenceMachine {
  const [, , transitions, names, marks] = asList(typeof machine === 'string' ? JSON.parse(machine) : machine);
  const events = new Set(Object.values(asTable(transitions)).flatMap((state) => Object.keys(asTable(state))));
  const signs = new Map(Array.from(events, (event, number) => [event, number + 2]));
  const numbers = [...Object.keys(asTable(transitions)), ...Object.keys(asTable(names))].map(Number);
  const states = Array.from({ length: Math.max(...numbers) + 1 }, (_, number): State => {
    const next = new Uint8Array(signs.size + 2);
    const own = Object.entries(asTable(asTable(transitions)[number] ?? {}));
    for (const [event, to] of own) next[signs.get(event) ?? OTHER] = Number(to);
    const name = asTable(names)[number];
    return {
      next,
      otherwise: Number(own.find(([event]) => event === OTHERWISE)?.[1] ?? NOWHERE),
      isFinal: name !== undefined,
      isEnd: name !== undefined && name !== '0',
      shift: Number(asList(asTable(marks)[number] ?? [0])[0]),
    };
  });
  return {
    signOf: (event) => (event === '\n' ? LINE_FEED : (signs.get(String(event)) ?? OTHER)),
    ends: (read) => recognize(states, read),
  };
}

/** As `recognize` of wink-nlp's automaton.js: the longest pattern at each place, and on behind it. */
function recognize(states: readonly State[], signs: readonly number[]): number[] {
  const ends: number[] = [];
  for (let start = 0; start < signs.length; start++) {
    let state = NOWHERE;
    let first = start;
    let [lastPlace, lastState] = [start, NOWHERE];
    for (let at = start; at <= signs.length; at++) {
      const sign = signs[at] ?? OTHER;
      if (sign === LINE_FEED) continue;
      const next = states[state]?.next[sign] ?? NOWHERE;
      if (state === NOWHERE) first = at;
      const isFinal = states[next]?.isFinal === true;
      if (isFinal || next === NOWHERE) {
        const [found, place] = isFinal ? [next, at] : [lastState, lastPlace];
        const { isEnd, shift } = states[found] ?? {};
        if (isEnd === true) ends.push(first + (shift ?? 0));
        if (found !== NOWHERE) start = place;
        break;
      }
      state = next;
      const { otherwise = NOWHERE } = states[state] ?? {};
      if (otherwise !== NOWHERE) [lastPlace, lastState] = [at, otherwise];
    }
  }
  return ends;
}

function asList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw broken();
  return value;
}

function asTable(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw broken();
  return Object.fromEntries(Object.entries(value));
}

function broken(): Error {
  return new Error(
    'wink-eng-lite-web-model has no machine for the ends of sentences; reinstall it with npm ci',
  );
}
