import { clip, oneLine } from './text.ts';

/** Mentions, custom emoji, timestamps, addresses and code fences: no words that an article would hold. */
const NOT_WORDS = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^:<>]+:|id:)[\w:-]*>|https?:\/\/\S+|```\w*/g;

/** Marks of emphasis, headings, lists and quotes at their usual places; what stands between them stays. */
const MARKS =
  /^[^\S\n\r\u2028\u2029]*(?:>{1,3}|-?#{1,3}|[-*+])\s+|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|_{2}|~~|\|\||`/gm;

/**
 * What a person wrote in a message, without Discord's markup.
 * @param max UTF-16 units at most
 */
export function messageWords(content: string, max: number): string {
  return clip(oneLine(content.replace(NOT_WORDS, ' ').replace(MARKS, '')), max);
}
