import { decodeHTML } from 'entities';
import type { DomDocument } from '../dom.ts';

/** A text on one line; entities that were escaped twice are characters. */
function fold(text: string): string {
  const once = text.includes('&') ? decodeHTML(text) : text;
  const twice = /&(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8});/i.test(once) ? decodeHTML(once) : once;
  return twice.replace(/\s+/gu, ' ').trim();
}

/** The folded text of a value that is a text; empty for any other. */
export function string(value: unknown): string {
  return typeof value === 'string' ? fold(value) : '';
}

/** The first that says something. */
export function first(values: readonly string[]): string | undefined {
  return values.map(fold).find((value) => value !== '');
}

/** What the `<meta>` of a page say, by their names in lower case (`property`, `name` or `itemprop`). */
export function metaValues(document: DomDocument): (...names: string[]) => string[] {
  const values = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta')) {
    const content = fold(element.getAttribute('content') ?? '');
    if (content === '') continue;
    const names = ['property', 'name', 'itemprop'].flatMap(
      (key) => element.getAttribute(key)?.toLowerCase().split(/\s+/) ?? [],
    );
    for (const name of new Set(names)) values.set(name, [...(values.get(name) ?? []), content]);
  }
  return (...names) => names.flatMap((name) => values.get(name) ?? []);
}
