import type { DatedEvent } from '../dated-event.ts';

/** A name, what is added to it between commas, and a verb that tells its end; nobody dies twice. */
const DIED =
  /(?<!\b(?:of|in|from|at|near|by|for|with|the|on|outside|around) )(?<![\p{L}’'-])(\p{Lu}[\p{L}’'-]{2,30}|I{1,3}|IV|VI{0,3})(?:,[^.;:!?]{1,160},)? (?:has |had |was )?["“]?(?:died|dies|killed|assassinated|murdered|executed)\b/gu;
const ROMAN = /^(?:I{1,3}|IV|VI{0,3})$/;

/**
 * Whose death a sentence tells in a main clause: the last word of the name ("Quill" of "Ada Quill, the mayor, died");
 * nothing for "three sailors died" and "who died".
 */
export function deathIn({ article, sentence }: Pick<DatedEvent, 'article' | 'sentence'>): string | undefined {
  const text = article.text.slice(sentence.start, sentence.end);
  for (const { 1: name = '', index } of text.matchAll(DIED)) {
    if (!ROMAN.test(name)) return name;
    // "Elizabeth II".
    return `${text.slice(0, index).trimEnd().split(' ').at(-1) ?? ''} ${name}`;
  }
  return undefined;
}
