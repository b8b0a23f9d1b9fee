/** A text without some of its words. */
export interface Condensed {
  readonly text: string;
  /** Offsets in the whole text of some offsets in the condensed one, both ascending. */
  readonly originalsOf: (offsets: readonly number[]) => number[];
}

/** Fewer characters are not worth a cut. */
const LEAST = 8;

/**
 * Leaves out what stands between an ordinary word and the next word with a full stop, a question mark or the like: a model
 * that looks for the end of a sentence from such a mark on, and whose rules end at an ordinary word, finds the same ends
 * without it. Of running text that is more than half.
 */
export function condense(text: string): Condensed {
  // What a sentence may end with, and blanks that are no spaces.
  const turns = /[.!?]|(?! )\s/gu;
  // A word, between spaces, that no rule of the model knows. Of all words in small letters it knows one.
  const ordinaries = / (?!btw )[a-z]{2,}(?= )/gu;
  const kept: string[] = [];
  const cuts: { readonly at: number; readonly length: number }[] = [];
  let [from, size] = [0, 0];
  const last = text.trimEnd().length - 1;
  let ordinary = ordinaries.exec(text);
  for (let behind = 0; ordinary !== null; ) {
    turns.lastIndex = behind;
    const turn = Math.min(turns.exec(text)?.index ?? last, last);
    if (ordinary.index < behind) {
      ordinaries.lastIndex = behind;
      ordinary = ordinaries.exec(text);
    }
    const start = ordinary === null ? turn : ordinary.index + ordinary[0].length;
    // There is a blank from `start` on: looking for the last one is no long way.
    const end = start < turn ? text.lastIndexOf(' ', turn) : start;
    if (end - start >= LEAST) {
      kept.push(text.slice(from, start));
      size += start - from;
      cuts.push({ at: size, length: end - start });
      from = end;
    }
    behind = turn + 1;
    if (behind > last) break;
  }
  kept.push(text.slice(from));
  return { text: kept.join(''), originalsOf };

  function originalsOf(offsets: readonly number[]): number[] {
    let [next, moved] = [0, 0];
    return offsets.map((offset) => {
      for (let cut = cuts[next]; cut !== undefined && cut.at < offset; cut = cuts[next]) {
        moved += cut.length;
        next++;
      }
      return offset + moved;
    });
  }
}
