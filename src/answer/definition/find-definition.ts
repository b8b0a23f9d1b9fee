import type { TaggedWord } from '../../text/wink.ts';
import type { SentenceView } from '../sentence/sentence-views.ts';
import { definitionBefore } from './before-name.ts';
import { definitionsBehind } from './behind-name.ts';
import type { Definition } from './definition.ts';
import { labelledDefinition } from './labelled.ts';
import { findName, type NamePlace } from './name-place.ts';

/** A sentence that only tells what the name does explains it a little, where nothing better is said. */
const TOLD = 0.2;
const MOST_PLACES = 4;

/**
 * Whether and how the sentence defines the name, given as terms; the best way, when there are several.
 * @param tag words with their parts of speech, made only when they are needed
 */
export function findDefinition(
  view: SentenceView,
  name: readonly string[],
  tag: (text: string) => TaggedWord[],
): Definition | undefined {
  const { text } = view;
  let best: Definition | undefined;
  for (const place of findName(text, view.words, name).slice(0, MOST_PLACES)) {
    const before = definitionBefore(text, place, tag);
    const labelled = labelledDefinition(text, place);
    const found: Definition[] = [
      ...definitionsBehind(text, place, tag),
      ...(before === undefined ? [] : [before]),
      ...(labelled === undefined ? [] : [labelled]),
    ];
    if (found.length === 0) found.push(...told(text, place));
    for (const { strength, focus } of found) {
      const sure = strength * place.certainty;
      if (best === undefined || sure > best.strength) best = { strength: sure, focus };
    }
  }
  return best;
}

/** "Ada Quill runs the port": the name opens the sentence, and does something. */
function told(text: string, { start, end }: NamePlace): Definition[] {
  if (start > 0 && !/^["“‘']?(?:the )?$/i.test(text.slice(0, start))) return [];
  const [lead] =
    /^["”’']?\s+(?=(?!said|says|told|tells|added|adds|and|or|is|was|are|were|has|had|will|would|also|then)\p{Ll}+(?:s|ed)\b)/u.exec(
      text.slice(end),
    ) ?? [];
  if (lead === undefined) return [];
  const from = end + lead.length;
  const stop = text.slice(from).search(/[,;.!?–—]/);
  return [{ strength: TOLD, focus: [from, stop < 0 ? text.length : from + stop] }];
}
