import type { Words } from '../words/words.ts';

/**
 * Lines of Markdown, as many as there is room for, and how many more there are.
 * @param most how many lines at most
 * @param room UTF-16 units for all of it
 */
export function someLines(lines: readonly string[], most: number, room: number, words: Words): string {
  for (let count = Math.min(most, lines.length); count > 0; count--) {
    const left = lines.length - count;
    const shown = [
      ...lines.slice(0, count),
      ...(left > 0 ? [words.say('andMore', { count: left })] : []),
    ].join('\n');
    if (shown.length <= room) return shown;
  }
  return lines.length === 0 ? '' : words.say('inAll', { count: lines.length });
}

/** A moment as text in UTC: `<t:…>` would read differently for everyone. @param at milliseconds since 1970 */
export function momentText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** How long something took. @param ms milliseconds */
export function durationText(ms: number, words: Words): string {
  if (ms < 1000) return measured(Math.round(ms), 'millisecond', words);
  return measured(ms < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000), 'second', words);
}

/** Bytes as a person reads them. */
export function sizeText(bytes: number, words: Words): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000;
  const digits = unit === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return measured(digits, units[unit] ?? 'byte', words);
}

function measured(value: number, unit: string, { locale }: Words): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit }).format(value);
}
