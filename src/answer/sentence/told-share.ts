import type { Candidate } from '../candidates/read-candidates.ts';
import type { Question } from '../question/analyse-question.ts';
import { classifies, describesKind, isPartOfName, isStoodFor } from '../question/kind-words.ts';
import { isLight } from '../question/light-words.ts';
import type { Topic } from '../topic/topic.ts';
import { hasAskedKind } from './asked-kind.ts';
import { isOfOthers } from './contradictions.ts';
import type { SentenceView } from './sentence-views.ts';

/** How far a sentence tells what is asked. */
export interface Told {
  /**
   * Which share by rarity, 0 to 1, of what is asked about the names: in the question's words, in others that stand for
   * them, or as the relation is told; 1 when only names are asked for.
   */
  readonly predicates: number;
  /** Which share of the names stands in it, or in what it stands under; 1 when there is none. */
  readonly names: number;
  /** Whether it has something of the kind that is asked for: a number, a day, a sum, where something lies. */
  readonly hasKind: boolean;
  /** It is the only one of all candidates that tells all of it. */
  readonly isAlone?: boolean;
}

/** From this share on the names count as told: each may stand in another spelling. */
export const NAMED_WELL = 0.79;

/** What each candidate tells, and whether it is the only one that tells all, some of it in the question's own words. */
export function toldShares(candidates: readonly Candidate[], topic: Topic): Told[] {
  const shares = candidates.map((candidate) => toldShare(candidate, topic));
  const isWhole = ({ predicates, names, hasKind }: Told) =>
    hasKind && predicates === 1 && names >= NAMED_WELL;
  const only = shares.flatMap((share, i) => (isWhole(share) ? [i] : []));
  const repeats = (i: number) => topic.terms.some(({ term }) => candidates[i]?.view.terms.has(term) === true);
  const isMarked = only.length === 1 && topic.question.attribute === undefined && only.every(repeats);
  return shares.map((share, i) => ({ ...share, isAlone: isMarked && only[0] === i }));
}

/** Which share of a term's occurrences, smoothed, has a capital when it is a name. */
const NAME = 0.3;
/** A word at least this near in meaning says the same. */
const ALIKE = 0.78;
/** From this nearness on a word says something of it, and what such a word counts by its nearness. */
const AKIN = 0.5;
const PARTLY = 0.6;
/** From this rarity on a word has so few meanings that one that means the same says the same. */
const RARE = 4.2;
/** What a name counts that stands only in what the sentence stands under. */
const ABOVE = 0.8;
/** The same where it is asked who or what the name is. */
const ABOVE_DEFINED = 0.4;
/** What a word counts that asks something, and stands only in the title. */
const TITLED = 0.6;
/** The same in the sentence before, when this one goes on with a pronoun. */
const BEFORE = 0.82;
/** "Where is X based" asks for nothing but where X is. */
const LIES: ReadonlySet<string> = new Set('base locat situat lie headquart headquartered'.split(' '));
/** What a word counts that only says of which kind the asked-for thing is: "news" of "which news site". */
const OF_KIND = 0.5;
/** What a word counts that asks for what somebody thinks, which mostly is just said. */
const OF_MIND = 0.4;
const MEANT: ReadonlySet<string> = new Set('think thought feel opinion view believ attitud stanc'.split(' '));
/** What a verb counts for that is a stop word otherwise. */
const STOPPED_IDF = 5;
/** From this fit on a mention is one of the asked-for kind. */
const LEAST_NAMED = 0.5;
/** "Lead to", "call for": with its particle a verb says something else. */
const PARTICLES: ReadonlyMap<string, RegExp> = new Map([
  ['lead', /^to$/],
  ['call', /^(?:for|on|upon)$/],
  ['run', /^(?:for|against|out|into)$/],
  ['look', /^(?:for|after)$/],
  ['carri', /^out$/],
  ['set', /^up$/],
]);

/** What a sentence tells of what a question asks. */
export function toldShare(candidate: Candidate, topic: Topic): Told {
  const { question, terms, lexicon } = topic;
  const names = new Set(question.names.flat());
  const isName = (term: string) => names.has(term) || lexicon.profile(term).capital >= NAME;
  const isNamed = candidate.answers.some(({ fit, mention }) => mention.kind !== 'word' && fit >= LEAST_NAMED);
  const isAsked = (term: string) => term !== question.head || !isStoodFor(term, question, isNamed);
  const { view } = candidate;
  const attributed = attributedIn(question);
  const goesOn = GOES_ON.test(view.text);
  const above = question.defines === undefined ? ABOVE : ABOVE_DEFINED;
  let [told, passedOn, asked, named, all] = [0, 0, 0, 0, 0];
  for (const [bit, { term, others, seats, isPhrasal, idf: whole }] of terms.entries()) {
    const idf = whole * (describesKind(term, question) ? OF_KIND : MEANT.has(term) ? OF_MIND : 1);
    const isInside = ((candidate.hit.masks.own >>> bit) & 1) === 1;
    const isPassedOn = goesOn && ((candidate.hit.masks.previous >>> bit) & 1) === 1;
    const isHere = isInside || [term, ...others].some((word) => candidate.context.has(word));
    if (
      isInTitle(term, question) ||
      (isLight(term, question.text) && !isPhrasal) ||
      classifies(term, question, isName) ||
      (question.asks === 'where' && LIES.has(term))
    )
      continue;
    if (isOfOthers(term, candidate, topic)) all += idf;
    else if (isName(term) || isPartOfName(term, question, isName, view.text)) {
      all += idf;
      if (isInside || isSpeltOut(term, view)) named += idf;
      else if (isHere || isSpeltOut(term, candidate.title) || view.words.some((word) => seats.has(word.term)))
        named += above * idf;
      else if (isPassedOn) named += BEFORE * idf;
    } else if (isAsked(term) && !attributed.has(term)) {
      asked += idf;
      const share = toldOf(bit, candidate, topic, isHere);
      told += idf * share;
      if (isPassedOn && term !== question.verb?.term) passedOn += idf * (1 - share);
    }
  }
  for (const relation of topic.stoppedVerbs) {
    asked += STOPPED_IDF;
    if (view.words.some(({ term }) => relation.has(term))) told += STOPPED_IDF;
  }
  return {
    // "It stands forty metres high" says so of the lighthouse before; "it" alone says nothing of it.
    predicates: asked === 0 ? 1 : (told > 0 ? told + passedOn : 0) / asked,
    names: all === 0 ? 1 : named / all,
    hasKind: hasAskedKind(candidate, topic, asked > 0),
  };
}

/** How far a candidate tells what one term asks, 0 to 1. @param isHere in it, or in what it stands under */
function toldOf(bit: number, { view, title, hit }: Candidate, topic: Topic, isHere: boolean): number {
  const asked = topic.terms[bit];
  if (asked === undefined) return 0;
  if (((hit.masks.own >>> bit) & 1) === 1) return isOtherVerb(asked.term, view, topic) ? 0 : 1;
  if (isToldOtherwise(asked, view, topic)) return 1;
  const isTitled = [asked.term, ...asked.others].some((word) => title.terms.has(word));
  if (isHere) return isTitled ? TITLED : 1;
  const nearness = topic.semantics.nearestTo(asked.term, view.words);
  return nearness >= AKIN ? PARTLY * nearness : 0;
}

/** ", said the source", "according to the mayor": who tells it is not what is asked. */
const ATTRIBUTION = /(?:, (?:said|says|claims|claimed) | according to |^according to )[^,]{2,60}[?.]?$/i;

function attributedIn({ text, words }: Question): ReadonlySet<string> {
  const from = ATTRIBUTION.exec(text)?.index;
  if (from === undefined) return NOTHING;
  const asking = new Set(words.flatMap(({ start, term }) => (start < from ? [term] : [])));
  return new Set(words.flatMap(({ start, term }) => (start < from || asking.has(term) ? [] : [term])));
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * It opens with a pronoun, names nobody before one, or what it quotes was said by one: it goes on about whom the sentence
 * before names.
 */
const GOES_ON =
  /^\p{Lu}\P{Lu}{1,60} (?:he|she|it|they) (?:was|were|is|are|ha[ds]|have|would|will|could|can|did)\b|^["“‘']?(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|Then|There)\b|^(?:\S{1,20} ){1,3}then\b|[”"’'] (?:he|she|they) (?:said|says|told|tells|added|adds)\b/u;

/** "Of" and "and" in the title of an article that a question names ask for nothing. */
const isInTitle = (term: string, { words }: Question): boolean =>
  words.some((word) => word.term === term && word.stop) && words.some(({ stop }) => !stop);

/** "The United Nations" for "UN", "the UN Security Council" for "UNSC". */
export function isSpeltOut(term: string, { text, words, mentions }: SentenceView): boolean {
  if (term.length < 2 || term.length > LONGEST_LETTERS) return false;
  return mentions.some(({ kind, from, to }) => {
    if (kind !== 'name' || to - from < 2) return false;
    const letters = words.slice(from, to).map(({ start, end }) => {
      const word = text.slice(start, end);
      return /^\p{Lu}+$/u.test(word) ? word : word.slice(0, 1);
    });
    // "The United Nations Secretary General" has the UN.
    return letters.some(
      (_, last) =>
        letters
          .slice(0, last + 1)
          .join('')
          .toLowerCase() === term,
    );
  });
}

const LONGEST_LETTERS = 6;

/** "Directed by": whoever did that need not have written it. */
const PARTICIPLE = /^\p{Ll}+ed$/u;

function isToldOtherwise(
  asked: Topic['terms'][number],
  { text, words }: SentenceView,
  { semantics, question, lexicon }: Topic,
): boolean {
  const rawAt = (word: SentenceView['words'][number] | undefined) =>
    word === undefined ? '' : text.slice(word.start, word.end);
  // "Ran against" is no way to lead.
  if (!asked.isPhrasal && withParticle(asked.term, question).includes(true)) return false;
  const isDoneOtherwise = (at: number) => words[at]?.term === 'by' && PARTICIPLE.test(rawAt(words[at - 1]));
  if (words.some(({ term }, at) => asked.told.has(term) && !isDoneOtherwise(at))) return true;
  // What a dictionary has for one of the many meanings of a common word ("work" for "study") is mostly another one.
  if (words.some(({ term }) => asked.same.has(term) && lexicon.idf(term) >= RARE)) return true;
  // What dictionaries have no other word for is a name, and near to any other name.
  return (
    (asked.same.size > 0 || asked.term === question.verb?.term) &&
    semantics.nearestTo(asked.term, words) >= ALIKE
  );
}

/** "Could lead to change" where a leader is asked for. */
function isOtherVerb(term: string, view: SentenceView, { question }: Topic): boolean {
  const [here, asked] = [withParticle(term, view), withParticle(term, question)];
  return here.length > 0 && asked.length > 0 && here.every((has) => has !== asked[0]);
}

/** For each place of a verb whether a particle follows that gives it another meaning; empty for other words. */
function withParticle(term: string, { text, words }: Pick<SentenceView, 'text' | 'words'>): boolean[] {
  const particle = PARTICLES.get(term);
  if (particle === undefined) return [];
  return words.flatMap((word, at) => {
    if (word.term !== term) return [];
    const next = words[at + 1];
    return next !== undefined && particle.test(text.slice(next.start, next.end).toLowerCase());
  });
}
