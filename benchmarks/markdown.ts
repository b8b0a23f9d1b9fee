/** A Markdown table; the first column is text, the others are aligned to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

/** `.254`, as the tables write shares. */
export function share(value: number): string {
  return value.toFixed(3).replace(/^0/, '');
}

/** Milliseconds to two figures where they are few, whole ones where they are many. */
export function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toString();
}

export function thousands(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
