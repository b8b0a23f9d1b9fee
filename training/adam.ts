const [KEEP, KEEP_SQUARES, LEAST] = [0.9, 0.999, 1e-8];

/**
 * Steps down a gradient with a pace of its own for each number (Adam: Kingma and Ba 2015), and draws all to zero beside
 * it (decoupled decay: Loshchilov and Hutter 2019).
 * @param gradients one a list of `values`, of the same length; a step empties them
 * @param decay share of a number that a step of rate 1 takes away
 * @returns takes a step of some rate
 */
export function createAdam(
  values: readonly Float64Array[],
  gradients: readonly Float64Array[],
  decay: number,
): (rate: number) => void {
  const memory = values.map((list, i) => ({
    values: list,
    gradient: gradients[i] ?? new Float64Array(list.length),
    means: new Float64Array(list.length),
    squares: new Float64Array(list.length),
  }));
  let [kept, keptSquares] = [1, 1];
  return (rate) => {
    kept *= KEEP;
    keptSquares *= KEEP_SQUARES;
    for (const { values, gradient, means, squares } of memory) {
      for (let i = 0; i < values.length; i++) {
        const pull = gradient[i] ?? 0;
        const mean = KEEP * (means[i] ?? 0) + (1 - KEEP) * pull;
        const square = KEEP_SQUARES * (squares[i] ?? 0) + (1 - KEEP_SQUARES) * pull * pull;
        means[i] = mean;
        squares[i] = square;
        const value = values[i] ?? 0;
        const pace = mean / (1 - kept) / (Math.sqrt(square / (1 - keptSquares)) + LEAST);
        values[i] = value - rate * (pace + decay * value);
      }
      gradient.fill(0);
    }
  };
}
