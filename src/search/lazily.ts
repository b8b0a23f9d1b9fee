/** Makes a thing when it is asked for first, and gives it again from then on. What could not be made is tried anew. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
