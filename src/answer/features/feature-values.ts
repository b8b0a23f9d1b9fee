/** A value for each of some feature names: one that is missing or misspelt does not compile. */
export type FeatureValues<Names extends readonly string[]> = Readonly<Record<Names[number], number>>;

/** The values in the order of the names: the one place where a feature gets its position in a vector. */
export function inOrder<Name extends string>(
  names: readonly Name[],
  values: Readonly<Record<Name, number>>,
): number[] {
  return names.map((name) => values[name]);
}

/** 1 for what holds, 0 for what does not. */
export const flag = (holds: boolean): number => (holds ? 1 : 0);
