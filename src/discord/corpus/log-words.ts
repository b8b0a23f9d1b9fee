/** `1 article`, `2 articles`, in the log of changes: it is English, whoever reads it. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
