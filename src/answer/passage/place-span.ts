import type { TaggedWord } from '../../text/wink.ts';
import type { Span } from '../answer.ts';
import type { Candidate } from '../candidates/read-candidates.ts';
import type { Topic } from '../topic/topic.ts';

/** What opens a place: "in the retina", "from the hills". */
const OPENS =
  /^(?:in|into|inside|within|at|onto|on|from|near|through|along|under|between|behind|outside|to)$/i;
const IN_PHRASE: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON']);
/** What is said of time and manner with the same small words. */
const NO_PLACE =
  /^(?:(?:the )?(?:\d|spring|summer|autumn|winter|morning|evening|night|day|week|month|year|century|age|time|order|addition|general|particular|fact|case|part|least|most|first|last|end|beginning|it|them|him|her|us|which|that|this|all|both|example|contrast|response|terms|way))\b/i;
/** Characters of a place that is no name. */
const LONGEST = 60;

/** A common word for a place: the phrase with "in", "from", … that stands nearest behind a word of the question. */
export function placeSpan(
  { view }: Candidate,
  { all, wanted, role }: Topic,
  tag: (text: string) => TaggedWord[],
): Span | undefined {
  const { text, words } = view;
  const asked = words.filter(
    ({ term, start, end }) =>
      wanted.has(term) || role?.own.has(text.slice(start, end).toLowerCase()) === true,
  );
  let best: Span | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [from, to] of phrases(text, tag)) {
    if (to - from > LONGEST || NO_PLACE.test(text.slice(from, to))) continue;
    const inside = words.filter(
      ({ start, end }) => start >= from && end <= to && !view.text.slice(start, end).match(/^(?:the|an?)$/i),
    );
    if (inside.every(({ term, stop }) => stop || all.has(term))) continue;
    const before = asked.findLast(({ end }) => end <= from);
    const distance = before === undefined ? text.length : from - before.end;
    if (distance >= least) continue;
    least = distance;
    best = [from, to];
  }
  return best;
}

/** Noun phrases behind a small word of place, as offsets. */
function phrases(text: string, tag: (text: string) => TaggedWord[]): Span[] {
  const found: Span[] = [];
  let at = 0;
  let opened = false;
  let span: [number, number] | undefined;
  for (const { value, pos } of tag(text)) {
    const start = text.indexOf(value, at);
    if (start < 0) continue;
    at = start + value.length;
    if (opened && (IN_PHRASE.has(pos) || (span !== undefined && value === '’s'))) {
      span = [span?.[0] ?? start, at];
      continue;
    }
    if (span !== undefined) found.push(span);
    span = undefined;
    opened = OPENS.test(value);
  }
  if (span !== undefined) found.push(span);
  return found;
}
