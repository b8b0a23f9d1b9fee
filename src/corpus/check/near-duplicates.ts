import { fnv1a } from '../../text/scanning/fnv1a.ts';
import type { Article, Problem } from '../article.ts';

/** Words in a row that count as one feature of a text. */
const SHINGLE = 5;
/** Length of a text's signature; one part per bin of the hash space ("one permutation hashing", Li et al. 2012). */
const BINS = 64;
/** Signatures are compared when this many neighbouring parts agree. */
const BAND = 4;
/** Share of equal parts from which two articles are reported: an estimate of their shingles' Jaccard similarity. */
const ALIKE = 0.75;

/**
 * Articles that say nearly the same as an earlier one: one agency report in two papers, one page scraped twice.
 * MinHash signatures in bands (Broder 1997); linear in the length of the corpus.
 */
export function findNearDuplicates(articles: readonly Article[]): Problem[] {
  const buckets = new Map<string, number>();
  const signatures: (Uint32Array | undefined)[] = [];
  const problems: Problem[] = [];
  for (const [i, article] of articles.entries()) {
    const signature = sign(article.text);
    signatures.push(signature);
    if (!signature) continue;
    let best: { index: number; similarity: number } | undefined;
    for (let at = 0; at < BINS; at += BAND) {
      const key = `${at}:${signature.subarray(at, at + BAND).join(',')}`;
      const earlier = buckets.get(key);
      if (earlier === undefined) buckets.set(key, i);
      else {
        const similarity = agreement(signature, signatures[earlier]);
        if (similarity >= ALIKE && (best === undefined || similarity > best.similarity))
          best = { index: earlier, similarity };
      }
    }
    const twin = best && articles[best.index];
    if (best && twin) {
      const share = `about ${Math.round(best.similarity * 100)} % of it`;
      problems.push({
        severity: 'warning',
        path: article.path,
        line: article.line,
        message: `The article is nearly the same as ${twin.path}:${twin.line} "${twin.title.slice(0, 60)}" (${share}).`,
        fix: 'Remove one of the two, unless both sources matter.',
      });
    }
  }
  return problems;
}

/** A text's signature: the smallest hash of its shingles in each bin; `undefined` for texts of a few words. */
function sign(text: string): Uint32Array | undefined {
  const hashes: number[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) hashes.push(fnv1a(match[0].toLowerCase()));
  if (hashes.length < SHINGLE * 4) return undefined;
  const bins = new Uint32Array(BINS).fill(0xffffffff);
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let hash = 0;
    for (let j = i; j < i + SHINGLE; j++) hash = mix(hash ^ (hashes[j] ?? 0));
    const bin = hash & (BINS - 1);
    if (hash >>> 0 < (bins[bin] ?? 0)) bins[bin] = hash >>> 0;
  }
  return filled(bins);
}

/** Empty bins of a short text borrow from the next full one, so that equal texts keep equal signatures. */
function filled(bins: Uint32Array): Uint32Array {
  let next = bins.find((value) => value !== 0xffffffff) ?? 0;
  for (let i = BINS - 1; i >= 0; i--) {
    if (bins[i] === 0xffffffff) bins[i] = next;
    else next = bins[i] ?? next;
  }
  return bins;
}

function agreement(a: Uint32Array, b: Uint32Array | undefined): number {
  let equal = 0;
  for (let i = 0; i < BINS; i++) if (a[i] === b?.[i]) equal++;
  return equal / BINS;
}

/** The finalizer of MurmurHash3. */
function mix(value: number): number {
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
