import type { CalendarDate } from '../corpus/article.ts';
import { selectTimeline } from './build-timeline.ts';
import type { DatedEvent } from './dated-event.ts';
import { aboutTopic, entitledWith } from './events/about-topic.ts';
import type { DateIndex } from './events/date-index/date-index.ts';
import { type Undated, undatedAmong } from './events/undated.ts';
import type { Timeline, TimelineOptions } from './tell/timeline-types.ts';

/** What finds the sentences about a topic: their numbers, ascending, and the topic with its slips mended, if any. */
export interface TopicSearch {
  sentencesAbout(topic: string): { readonly sentences: Uint32Array; readonly didYouMean?: string };
}

/** A timeline as somebody asks for it. */
export interface TimelineRequest extends Omit<TimelineOptions, 'sentences' | 'from' | 'to'> {
  /** A name or some words; blank or absent: everything. */
  readonly topic?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

export interface TimelineLookup {
  readonly timeline: Timeline;
  /** The topic that was looked up instead, when a word of the one asked for is misspelt. */
  readonly readAs?: string;
  /** How many sentences are about the topic. */
  readonly sentences: number;
  /** What is about the topic and has no place on the calendar. */
  readonly undated: Undated;
}

/** The timeline of a topic: its sentences are found, their periods chosen, the best quotes of each taken. */
export function lookUpTimeline(
  search: TopicSearch,
  index: DateIndex,
  { topic = '', from, to, ...options }: TimelineRequest,
): TimelineLookup {
  const about = topic.trim() === '' ? undefined : search.sentencesAbout(topic);
  const asked = about === undefined ? undefined : (about.didYouMean ?? topic);
  const isAbout = asked === undefined ? undefined : aboutTopic(asked);
  const filter = bothOf(isAbout, options.filter);
  const span = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const timeline = selectTimeline(index, {
    ...options,
    ...span,
    ...(filter !== undefined && { filter }),
    ...(asked !== undefined && { entitled: entitledWith(asked) }),
    ...(about !== undefined && { sentences: about.sentences }),
  });
  return {
    timeline,
    ...(about?.didYouMean !== undefined && { readAs: about.didYouMean }),
    sentences: about?.sentences.length ?? index.sentenceStart.length,
    undated: undatedAmong(index, about?.sentences),
  };
}

type EventFilter = (event: DatedEvent) => boolean;

function bothOf(first: EventFilter | undefined, second: EventFilter | undefined): EventFilter | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return (event) => first(event) && second(event);
}
