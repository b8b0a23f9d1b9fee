import type { AST } from '@eslint-community/regexpp';
import { RegExpParser } from '@eslint-community/regexpp';
import { type Alphabet, alphabetOf, type Kinds, START } from './alphabet.ts';

/** One way to go on: after a character of the kinds `before`, with one of the kinds `label`, to a place. */
export interface Edge {
  readonly to: number;
  readonly before: Kinds;
  readonly label: Kinds;
}

/**
 * An expression as its places (each is one element that has just matched a character) and the ways between them, as in
 * Glushkov's construction. It has every way that the matcher may try, and perhaps some more.
 */
export interface Automaton {
  readonly alphabet: Alphabet;
  /** For each place its ways on; two that are alike are two ways to read the same characters. */
  readonly edges: readonly (readonly Edge[])[];
  /** The kinds of character that each place has just read. */
  readonly reads: readonly Kinds[];
  /** Whether a match is certain at each place, whatever follows. */
  readonly accepts: readonly boolean[];
}

/** The place of a search that has not begun to match: it moves over any character. */
const SEARCH = 1;
const MOST_PLACES = 3000;
const MOST_STEPS = 2_000_000;

/** What an expression holds that its automaton cannot hold. */
export class UnprovableError extends Error {}

interface Silent {
  readonly to: number;
  readonly before: Kinds;
  readonly after: Kinds;
  readonly certain: boolean;
}

interface Node {
  readonly silent: Silent[];
  reads?: { readonly kinds: Kinds; readonly to: number };
}

/** @throws UnprovableError for a backreference, or for a lookbehind that may reach any distance back */
export function automatonOf(source: string, flags: string): Automaton {
  const pattern = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const alphabet = alphabetOf(pattern, flags);
  const all = alphabet.any | START;
  const words = alphabet.kindsMatching(/^\w$/);
  const newlines = alphabet.kindsMatching(/^[\n\r\u2028\u2029]$/);
  const nodes: Node[] = [];
  const node = (): number => {
    if (nodes.length > MOST_PLACES * 4) throw new UnprovableError('it is too large');
    return nodes.push({ silent: [] }) - 1;
  };
  const join = (from: number, to: number, more: Partial<Silent> = {}): void => {
    nodes[from]?.silent.push({ to, before: all, after: alphabet.any, certain: true, ...more });
  };

  function sequence(elements: readonly AST.Element[], from: number): number {
    return elements.reduce((at, element) => one(element, at), from);
  }
  function choice(alternatives: readonly AST.Alternative[], from: number): number {
    const end = node();
    for (const { elements } of alternatives) {
      const start = node();
      join(from, start);
      join(sequence(elements, start), end);
    }
    return end;
  }
  function one(element: AST.Element, from: number): number {
    switch (element.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass': {
        const start = node();
        const end = node();
        join(from, start);
        const place = nodes[start];
        if (place) place.reads = { kinds: alphabet.kindsOf(element), to: end };
        return end;
      }
      case 'Group':
      case 'CapturingGroup':
        return choice(element.alternatives, from);
      case 'Quantifier':
        return repeated(element, from);
      case 'Assertion':
        return assertion(element, from);
      default:
        throw new UnprovableError(`it holds ${element.raw}`);
    }
  }
  function repeated({ min, max, element }: AST.Quantifier, from: number): number {
    let at = from;
    const endless = max === Number.POSITIVE_INFINITY;
    for (let i = 0; i < (endless ? Math.max(min - 1, 0) : min); i++) at = one(element, at);
    const end = node();
    if (endless) {
      const start = node();
      join(at, start);
      const back = one(element, start);
      join(back, start);
      join(back, end);
      if (min === 0) join(at, end);
      return end;
    }
    for (let i = min; i < max; i++) {
      join(at, end);
      const start = node();
      join(at, start);
      at = one(element, start);
    }
    join(at, end);
    return end;
  }
  function assertion(element: AST.Assertion, from: number): number {
    const end = node();
    const maybe = (more: Partial<Silent>): void => join(from, end, { ...more, certain: false });
    if (element.kind === 'start') {
      maybe({ before: flags.includes('m') ? START | newlines : START });
      return end;
    }
    if (element.kind === 'end') {
      maybe({ after: flags.includes('m') ? newlines : 0n });
      return end;
    }
    if (element.kind === 'word') {
      const [inside, outside] = element.negate ? [words, all & ~words] : [all & ~words, words];
      maybe({ before: words, after: inside });
      maybe({ before: all & ~words, after: outside });
    } else if (element.kind === 'lookahead' || element.kind === 'lookbehind') {
      const kinds = kindsOfOne(element);
      const allowed = kinds === undefined ? all : element.negate ? all & ~kinds : kinds;
      if (element.kind === 'lookahead') {
        maybe({ after: allowed });
        if (kinds === undefined) {
          // What stands in it is tried as well, and leads nowhere.
          const start = node();
          join(from, start, { certain: false });
          choice(element.alternatives, start);
        }
      } else if (kinds === undefined && element.alternatives.some(({ elements }) => elements.some(isEndless)))
        throw new UnprovableError(`it looks back any distance: ${element.raw}`);
      else maybe({ before: allowed });
    }
    return end;
  }
  /** The kinds of an assertion about a single character. */
  function kindsOfOne({ alternatives }: AST.LookaroundAssertion): Kinds | undefined {
    let kinds: Kinds = 0n;
    for (const { elements } of alternatives) {
      const [only, ...rest] = elements;
      if (only === undefined || rest.length > 0) return undefined;
      if (only.type !== 'Character' && only.type !== 'CharacterSet' && only.type !== 'CharacterClass')
        return undefined;
      kinds |= alphabet.kindsOf(only);
    }
    return kinds;
  }

  const start = node();
  const end = choice(pattern.alternatives, start);
  return { alphabet, ...places(nodes, start, end, alphabet, flags.includes('y')) };
}

function isEndless(element: AST.Element): boolean {
  if (element.type === 'Quantifier')
    return element.max === Number.POSITIVE_INFINITY || isEndless(element.element);
  if ('alternatives' in element) return element.alternatives.some(({ elements }) => elements.some(isEndless));
  return false;
}

/** Places and ways without the silent steps between them. */
function places(
  nodes: readonly Node[],
  start: number,
  end: number,
  { any }: Alphabet,
  sticky: boolean,
): Pick<Automaton, 'edges' | 'reads' | 'accepts'> {
  // Place 0 is the start of the text, 1 the search, and then one for each element.
  const after = [start, start];
  const reads = [START, any];
  const placeOf = new Map<number, number>();
  for (const [i, { reads: read }] of nodes.entries()) {
    if (!read) continue;
    placeOf.set(i, after.length);
    after.push(read.to);
    reads.push(read.kinds);
  }
  if (after.length > MOST_PLACES) throw new UnprovableError('it is too large');
  let steps = 0;
  const accepts: boolean[] = [];
  const edges = after.map((from, place) => {
    const found: Edge[] = place < 2 && !sticky ? [{ to: SEARCH, before: any | START, label: any }] : [];
    const onWay = new Set<number>();
    const walk = (at: number, before: Kinds, next: Kinds, certain: boolean): void => {
      if (++steps > MOST_STEPS) throw new UnprovableError('it has too many ways');
      const node = nodes[at];
      if (node === undefined || onWay.has(at) || (before & (reads[place] ?? 0n)) === 0n) return;
      if (at === end && certain) accepts[place] = true;
      const to = placeOf.get(at);
      if (node.reads && to !== undefined) {
        const label = node.reads.kinds & next;
        if (label !== 0n) found.push({ to, before, label });
      }
      onWay.add(at);
      for (const one of node.silent)
        walk(one.to, before & one.before, next & one.after, certain && one.certain);
      onWay.delete(at);
    };
    accepts[place] = false;
    walk(from, any | START, any, true);
    return found;
  });
  return { edges, reads, accepts };
}
