import type { TermReader, Word } from '../../text/terms.ts';
import { trimEndOf } from '../../text/trim-ends.ts';
import { opensWithCapital } from '../../text/words.ts';

const DEFINING = /^(?:who|what)(?:\s+(?:is|are|was|were)|['’]s|s)\s+(?:the\s+|an?\s+)?(\S.*)$/i;
const MORE_THAN_A_NAME =
  /^(?!(?:king|sterling|viking|darling|browning|fleming|manning|harding|golding|keating|building|string|spring)\b)\p{Ll}{2,20}ing\s|\b(?:of|in|on|at|by|to|for|from|with|that|who|which|when|where|saying|doing|called|happening|going|like|about|between|during|after|before|name|named|renamed|nicknamed|dubbed|done|made|used|killed|number|percentage|share|population|current|latest|new|first|next)\b|['’]s\s/iu;

/** "Who was arrested", "who got re-elected?", "who was elected president" */
const SUFFERED =
  /^who (?:is|are|was|were|got) (?:\p{Ll}{2,6}-)?(?:\p{Ll}{2,18}[^\P{Ll}e]ed[\s?!.]{0,20}$|(?:elected|appointed|named|nominated|crowned|declared|chosen|made|sworn|voted) )/u;
/** "The max loan", "the default port": a value is asked for, not what it means. */
const VALUE = /^(?:max(?:imum)?|min(?:imum)?|average|mean|default|typical|usual|normal)\s/i;

/** X of "who is X" and "what is X", as terms, when X is a name or one notion rather than a description. */
export function definedName(clause: string, reader: TermReader): readonly string[] | undefined {
  const name = DEFINING.exec(trimEndOf(clause, /[\s?!.]/))?.[1];
  if (name === undefined || MORE_THAN_A_NAME.test(name) || VALUE.test(name) || SUFFERED.test(clause))
    return undefined;
  const words = reader.read(name);
  const telling = words.filter((word) => !word.stop).length;
  // A stop word inside a name belongs to it: "Will Smith".
  return telling >= 1 && telling <= 4 && words.length <= 6 ? words.map((word) => word.term) : undefined;
}

/** Runs of capitalised words that are no stop words; the first word of a sentence counts only inside a run. */
export function namesOf(text: string, words: readonly Word[]): string[][] {
  const names: string[][] = [];
  let run: Word[] = [];
  const close = () => {
    const [only] = run;
    const opening =
      run.length === 1 && only !== undefined && /(?:^|[.?!]\s+)["“']?$/.test(text.slice(0, only.start));
    if (run.length > 0 && !opening) names.push(run.map((word) => word.term));
    run = [];
  };
  for (const word of words) {
    const capital = opensWithCapital(text, word.start);
    const last = run.at(-1);
    if (last !== undefined && !/^[\s\-–.]*$/.test(text.slice(last.end, word.start))) close();
    if (capital && !word.stop) run.push(word);
    else if (
      !(word.stop && run.length > 0 && /^(?:of|the|al|el|de|bin)$/i.test(text.slice(word.start, word.end)))
    ) {
      close();
    }
  }
  close();
  return names;
}
