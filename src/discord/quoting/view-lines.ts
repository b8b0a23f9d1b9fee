/**
 * Lines of Markdown, as many as there is room for, and how many more there are.
 * @param most how many lines at most
 * @param room UTF-16 units for all of it
 */
export function someLines(lines: readonly string[], most: number, room: number): string {
  for (let count = Math.min(most, lines.length); count > 0; count--) {
    const left = lines.length - count;
    const shown = [...lines.slice(0, count), ...(left > 0 ? [`… and ${number(left)} more`] : [])].join('\n');
    if (shown.length <= room) return shown;
  }
  return lines.length === 0 ? '' : `${number(lines.length)} in all`;
}

/** `1234` as `1,234`. */
export function number(value: number): string {
  return value.toLocaleString('en');
}

/** `1 article`, `2 articles`. */
export function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A moment as text in UTC: `<t:…>` would read differently for everyone. @param at milliseconds since 1970 */
export function momentText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** How long something took. @param ms milliseconds */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`;
}

/** Bytes as a person reads them. */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'] as const;
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000;
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
