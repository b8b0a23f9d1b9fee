/**
 * Makes a function from a mask of some terms to the share, by idf, that the mask holds of the chosen ones, 0 to 1; 0
 * when none is chosen.
 */
export function createTermShares(
  terms: readonly { readonly term: string; readonly idf: number }[],
  chosen: (term: string) => boolean,
): (mask: number) => number {
  const idfs = terms.map(({ term, idf }) => (chosen(term) ? idf : 0));
  const total = idfs.reduce((sum, idf) => sum + idf, 0);
  if (total === 0) return () => 0;
  return (mask) => {
    let found = 0;
    for (let bit = 0; bit < idfs.length; bit++) if ((mask >>> bit) & 1) found += idfs[bit] ?? 0;
    return found / total;
  };
}
