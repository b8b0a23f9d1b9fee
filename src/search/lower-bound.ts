/** The first place between `low` and `high`, of rising numbers, whose number is not below the wanted one. */
export function lowerBound(numbers: Uint32Array, wanted: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
