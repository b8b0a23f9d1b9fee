/**
 * How much y grows for each step of x, by least squares.
 * @returns 0 when the points do not differ in x
 */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (pick: 0 | 1) => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  let [both, square] = [0, 0];
  for (const [px, py] of points) {
    both += (px - x) * (py - y);
    square += (px - x) ** 2;
  }
  return square === 0 ? 0 : both / square;
}
