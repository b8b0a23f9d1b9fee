import { isRecord } from '../reading/is-record.ts';

/** Where programs put the words of a value that they give as an object. */
const INNER = [
  'name',
  'rendered',
  'text',
  'value',
  'title',
  'label',
  '#text',
  '_',
  '$t',
  '@value',
  '$date',
  'date',
  'href',
  'url',
] as const;

/**
 * The texts that a value of another program's data says: lists are taken apart, objects say their name, links in double
 * brackets their words.
 * @returns `undefined` when the value says nothing that is a text or a number
 */
export function textsOf(value: unknown, depth = 0): string[] | undefined {
  if (typeof value === 'string') return [withoutLinks(value)];
  if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
  if (depth > 3) return undefined;
  if (Array.isArray(value)) {
    const texts = value.map((item: unknown) => textsOf(item, depth + 1));
    return texts.every((text) => text !== undefined) ? texts.flat() : undefined;
  }
  if (!isRecord(value)) return undefined;
  const inner = INNER.find((key) => typeof value[key] === 'string' || typeof value[key] === 'number');
  return inner === undefined ? undefined : textsOf(value[inner], depth + 1);
}

/** `[[people/ada|Ada Quill]]` and `[Ada Quill](people/ada.md)` say "Ada Quill". */
function withoutLinks(text: string): string {
  const wiki = /^\s*\[\[([^[\]|]{1,200})(?:\|([^[\]|]{1,200}))?\]\]\s*$/.exec(text);
  if (wiki) return wiki[2] ?? wiki[1]?.slice((wiki[1]?.lastIndexOf('/') ?? -1) + 1) ?? text;
  const link = /^\s*\[([^[\]]{1,200})\]\([^()\s]{1,2000}\)\s*$/.exec(text);
  return link?.[1] ?? text;
}
