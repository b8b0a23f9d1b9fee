import type { TextSpan } from '../article.ts';

/** Words without an end are no label above a list when they are longer. */
const LONGEST_LABEL = 120;

/** Words before a list or a table lead it in when they end in a colon, end no sentence, or announce something. */
export function leadIn(text: string, [, end]: TextSpan): TextSpan | undefined {
  const sentence = lastSentence(text.slice(-400));
  const leads =
    /[:—–]$/u.test(sentence) ||
    (/[^.!?…"”’)]$/u.test(sentence) && !sentence.includes(': ') && sentence.length <= LONGEST_LABEL) ||
    /\b(?:following|below|these|those|steps|as follows|such as|includes?|either|one of|options?)\b/iu.test(
      sentence,
    );
  return leads ? [end - sentence.length, end] : undefined;
}

/** The last sentence of a text, by its full stops alone. */
export function lastSentence(text: string): string {
  const body = text.slice(0, -1);
  const at = Math.max(
    ...['. ', '! ', '? ', '\n'].map((mark) => {
      const found = body.lastIndexOf(mark);
      return found < 0 ? 0 : found + mark.length;
    }),
  );
  return text.slice(at);
}
