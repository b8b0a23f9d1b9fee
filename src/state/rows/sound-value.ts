/** Whether Keyv can read a value: it throws on what is no JSON, and its iterator on `null`. */
export function isSound(value: string): boolean {
  try {
    return JSON.parse(value) !== null;
  } catch {
    return false;
  }
}

/** Tells of each key once. */
export function once(tell: ((key: string) => void) | undefined): (key: string) => void {
  const told = new Set<string>();
  return (key) => {
    if (told.has(key)) return;
    told.add(key);
    tell?.(key);
  };
}
