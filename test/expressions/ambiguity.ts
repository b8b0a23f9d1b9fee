import type { Automaton, Edge } from './automaton.ts';
import { automatonOf } from './automaton.ts';
import { loopsOf } from './loops.ts';

/** A string that, repeated, makes an expression try ever more ways. */
export interface BlowUp {
  readonly growth: 'exponential' | 'polynomial';
  /** What to repeat. */
  readonly pump: string;
}

/**
 * Whether the time of an expression may grow faster than the text it is searched in, by the two shapes that its
 * automaton then has (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991; Weideman et al.,
 * "Analyzing matching time behavior of backtracking regular expression matchers by using ambiguity of NFA", 2016): a
 * loop that reads the same characters in two ways, or two loops that read the same ones, the second reached from the
 * first by them too. The search for a start is such a first loop. A loop on which a match is certain is never left in
 * vain. What assertions rule out is taken for possible, so that what is found linear is linear.
 *
 * @returns `undefined` when it is linear
 * @throws UnprovableError
 */
export function findBlowUp(source: string, flags: string): BlowUp | undefined {
  const automaton = automatonOf(source, flags);
  const loops = loopsOf(automaton.edges);
  return findTwoWays(automaton, loops) ?? findTwoLoops(automaton, loops);
}

/** A loop that reads the same characters in two ways. */
function findTwoWays(automaton: Automaton, loops: readonly ReadonlySet<number>[]): BlowUp | undefined {
  for (const loop of loops) {
    const inside = [...loop].filter((place) => automaton.accepts[place] === false);
    const may = new Set(inside);
    for (const place of inside) {
      for (const [i, edge] of (automaton.edges[place] ?? []).entries()) {
        const twin = automaton.edges[place]?.slice(i + 1).find((other) => areAlike(edge, other));
        if (twin !== undefined && may.has(edge.to))
          return { growth: 'exponential', pump: exampleOf(automaton, edge.label & twin.label) };
      }
      const pump = walkTogether(
        automaton,
        [place, place, 0],
        [place, place, 1],
        [may, may, undefined],
        ([a, b], apart) => (apart === 1 || a !== b ? 1 : 0),
      );
      if (pump !== undefined) return { growth: 'exponential', pump };
    }
  }
  return undefined;
}

const areAlike = (one: Edge, other: Edge): boolean =>
  one.to === other.to && (one.before & other.before) !== 0n && (one.label & other.label) !== 0n;

/** Two loops that read the same characters, which also lead from the first to the second. */
function findTwoLoops(automaton: Automaton, loops: readonly ReadonlySet<number>[]): BlowUp | undefined {
  for (const first of loops) {
    for (const second of loops) {
      if (first === second) continue;
      const may = new Set([...second].filter((place) => automaton.accepts[place] === false));
      for (const p of first) {
        for (const q of may) {
          const pump = walkTogether(automaton, [p, p, q], [p, q, q], [first, undefined, may]);
          if (pump !== undefined) return { growth: 'polynomial', pump };
        }
      }
    }
  }
  return undefined;
}

type Three = readonly [number, number, number];
type Allowed = readonly (ReadonlySet<number> | undefined)[];

/**
 * Characters by which three places come to three others at once, each by its own ways and inside what it is allowed;
 * the characters can be repeated. With `mark` there are two places only, and the third number is what it makes of them.
 */
function walkTogether(
  { edges, reads, alphabet }: Automaton,
  from: Three,
  to: Three,
  allowed: Allowed,
  mark?: (places: Three, marked: number) => number,
): string | undefined {
  const kinds = alphabet.examples.length;
  for (let last = 1; last < kinds; last++) {
    const bit = 1n << BigInt(last);
    if (!from.every((place, i) => (mark && i === 2) || ((reads[place] ?? 0n) & bit) !== 0n)) continue;
    const key = ([a, b, c]: Three, kind: number): number =>
      ((a * edges.length + b) * edges.length + c) * kinds + kind;
    const goal = key(to, last);
    const came = new Map<number, { readonly from: number; readonly kind: number }>();
    const queue: { readonly at: Three; readonly kind: number }[] = [{ at: from, kind: last }];
    for (const { at, kind } of queue) {
      const before = 1n << BigInt(kind);
      const ways = at.map((place, i) =>
        mark && i === 2
          ? []
          : (edges[place] ?? []).filter(
              (edge) => (edge.before & before) !== 0n && (allowed[i]?.has(edge.to) ?? true),
            ),
      );
      for (const a of ways[0] ?? []) {
        for (const b of ways[1] ?? []) {
          const both = a.label & b.label;
          if (both === 0n) continue;
          for (const c of mark ? [undefined] : (ways[2] ?? [])) {
            const common = c === undefined ? both : both & c.label;
            for (let next = 1; next < kinds; next++) {
              if ((common & (1n << BigInt(next))) === 0n) continue;
              const third = c?.to ?? mark?.([a.to, b.to, 0], at[2]) ?? 0;
              const reached: Three = [a.to, b.to, third];
              const id = key(reached, next);
              if (came.has(id)) continue;
              came.set(id, { from: key(at, kind), kind: next });
              if (id === goal) return trace(came, id, key(from, last), alphabet.examples);
              queue.push({ at: reached, kind: next });
            }
          }
        }
      }
    }
  }
  return undefined;
}

function trace(
  came: ReadonlyMap<number, { readonly from: number; readonly kind: number }>,
  goal: number,
  start: number,
  examples: readonly string[],
): string {
  let pump = '';
  let at = goal;
  do {
    const step = came.get(at);
    if (step === undefined) break;
    pump = (examples[step.kind] ?? '') + pump;
    at = step.from;
  } while (at !== start);
  return pump;
}

function exampleOf({ alphabet }: Automaton, kinds: bigint): string {
  return alphabet.examples.find((_, i) => (kinds & (1n << BigInt(i))) !== 0n) ?? '';
}
