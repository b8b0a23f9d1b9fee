import type { CalendarDate } from '../../corpus/article.ts';
import { opensWithCapital } from '../../text/words.ts';
import type { Candidate } from '../candidates/read-candidates.ts';
import { daysApart } from '../question/recency.ts';
import type { Topic } from '../topic/topic.ts';
import { type FeatureValues, flag } from './feature-values.ts';

/** What kind of sentence it is and where it stands, whatever the question. */
export const SHAPE_FEATURES = [
  'isQuestion',
  'isQuotation',
  'opensWithPronoun',
  'unfinished',
  'veryShort',
  'long',
  'length',
  'firstPerson',
  'capitals',
  'lead',
  'leadThree',
  'depth',
  'commandsReader',
  'isCaption',
  'fresh',
  'withinReach',
  'stale',
  'yearsOld',
] as const;

const PRONOUN =
  /^["“'‘]?(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|so|however|then)\b/i;
const FIRST_PERSON = /\b(?:I|me|my|we|our|us|you|your)\b/;
const COMMANDS =
  /^(?:read|sign|click|see|watch|subscribe|follow|share|download|listen|related|advertisement|photo|image|get|photos?|credit)\b/i;
/** "Hide Caption 4 of 16 Photos: …", "Ada Quill/AP Fountains of lava …": what stands below a picture. */
const CAPTION =
  /\bhide caption\b|^photos?:|\/(?:AP|AFP|Reuters|Bloomberg|Getty Images)\b|\bvia (?:AP|AFP|Reuters|Getty Images)\b|\(image credit\b|\[(?:Getty|AFP|AP|Reuters|EPA)[^\]]{0,60}\]$/i;

/** @param asked the day that "this week" counts from; recency is looked at only where the question itself says so */
export function shapeFeatures(
  candidate: Candidate,
  { question }: Topic,
  asked: CalendarDate | undefined,
): FeatureValues<typeof SHAPE_FEATURES> {
  const { view, article, index, count } = candidate;
  const { text, words } = view;
  const { recency: reach } = question;
  const days = reach === undefined ? undefined : daysApart(article.published, asked);
  const age = days === undefined || reach === undefined ? undefined : days / reach;
  let capitals = 0;
  for (const word of words) if (opensWithCapital(text, word.start)) capitals++;
  return {
    isQuestion: flag(/\?["”’']?$/.test(text)),
    isQuotation: flag(/^["“]/.test(text)),
    opensWithPronoun: flag(PRONOUN.test(text)),
    unfinished: flag(!/[.!?…]["”’')\]]*$/.test(text)),
    veryShort: flag(words.length < 6),
    long: flag(words.length > 40),
    length: Math.log(1 + words.length) / 5,
    firstPerson: flag(FIRST_PERSON.test(text)),
    capitals: words.length === 0 ? 0 : capitals / words.length,
    lead: flag(index === 0),
    leadThree: flag(index < 3),
    depth: count <= 1 ? 0 : index / count,
    commandsReader: flag(COMMANDS.test(text)),
    isCaption: flag(CAPTION.test(text)),
    fresh: age === undefined ? 0 : Math.exp(-age),
    withinReach: flag(age !== undefined && age < 1.2),
    stale: flag(age !== undefined && age > 8),
    yearsOld: flag(days !== undefined && days > 365),
  };
}
