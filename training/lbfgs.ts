/** A function to be made small: writes its gradient at `point` into `gradient` and returns its value there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface LbfgsParameters {
  /** Steps remembered for the curvature. */
  readonly memory: number;
  readonly mostSteps: number;
  /** Stop when a step lowers the value by less than this share of it. */
  readonly tolerance: number;
}

export const LBFGS_DEFAULTS: LbfgsParameters = { memory: 8, mostSteps: 80, tolerance: 1e-6 };

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  /** 1 / (moved · turned) */
  readonly rho: number;
}

/**
 * Minimises a smooth function by L-BFGS with a backtracking line search (Nocedal & Wright, "Numerical Optimization",
 * 2nd ed., algorithms 7.4 and 7.5).
 * @param start where to begin; it is not changed
 */
export function minimize(
  objective: Objective,
  start: Float64Array,
  { memory, mostSteps, tolerance }: LbfgsParameters = LBFGS_DEFAULTS,
): Float64Array {
  let point: Float64Array = Float64Array.from(start);
  let gradient: Float64Array = new Float64Array(point.length);
  let value = objective(point, gradient);
  const steps: Step[] = [];
  for (let n = 0; n < mostSteps; n++) {
    let direction = descent(gradient, steps);
    let slope = dot(direction, gradient);
    if (slope >= 0) {
      steps.length = 0;
      direction = gradient.map((g) => -g);
      slope = -dot(gradient, gradient);
    }
    if (slope === 0) break;
    const next = lineSearch(
      objective,
      point,
      value,
      direction,
      slope,
      steps.length === 0 ? gradient : undefined,
    );
    if (next === undefined) break;
    const moved = next.point.map((x, i) => x - (point[i] ?? 0));
    const turned = next.gradient.map((g, i) => g - (gradient[i] ?? 0));
    const curvature = dot(moved, turned);
    if (curvature > 1e-12) {
      steps.push({ moved, turned, rho: 1 / curvature });
      if (steps.length > memory) steps.shift();
    }
    const gain = value - next.value;
    ({ point, gradient, value } = next);
    if (gain < tolerance * Math.max(Math.abs(value), 1e-9)) break;
  }
  return point;
}

/** Minus the gradient, bent by the remembered curvature. */
function descent(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((g) => -g);
  const shares: number[] = [];
  for (const { moved, turned, rho } of steps.toReversed()) {
    const share = rho * dot(moved, direction);
    shares.push(share);
    addScaled(direction, turned, -share);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.rho * dot(last.turned, last.turned));
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) * scale;
  }
  for (const { moved, turned, rho } of steps) {
    addScaled(direction, moved, (shares.pop() ?? 0) - rho * dot(turned, direction));
  }
  return direction;
}

/** Halves the step until the value falls as far as the slope promises (Armijo); undefined when it never does. */
function lineSearch(
  objective: Objective,
  point: Float64Array,
  value: number,
  direction: Float64Array,
  slope: number,
  firstGradient: Float64Array | undefined,
): { point: Float64Array; gradient: Float64Array; value: number } | undefined {
  // Without curvature the length of the first step is a guess: one unit in all.
  let size =
    firstGradient === undefined ? 1 : 1 / Math.max(Math.sqrt(dot(firstGradient, firstGradient)), 1e-9);
  const gradient = new Float64Array(point.length);
  for (let tries = 0; tries < 30; tries++) {
    const candidate = Float64Array.from(point);
    addScaled(candidate, direction, size);
    const reached = objective(candidate, gradient);
    if (reached <= value + 1e-4 * size * slope) return { point: candidate, gradient, value: reached };
    size /= 2;
  }
  return undefined;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addScaled(target: Float64Array, other: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + factor * (other[i] ?? 0);
}
