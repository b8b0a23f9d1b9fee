import { decodeHTML } from 'entities';

/** `&pound;`, `&#39;`, `&nbsp;` as the characters they stand for. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}
