import { writeFile } from 'node:fs/promises';
import type { CalendarDate } from '../../corpus/article.ts';
import type { Snapshot } from '../../library/index.ts';
import { closeNames } from '../../timeline/events/close-names.ts';
import type { DateIndexCache } from '../../timeline/events/date-index/date-index-cache.ts';
import { everyEvent } from '../../timeline/events/every-event.ts';
import { lookUpTimeline, type TimelineLookup } from '../../timeline/look-up.ts';
import { loadFonts, renderPng, timelineSvg } from '../../timeline/picture/png.ts';
import { readSpan } from '../../timeline/resolve/asked-span.ts';
import { InputError } from '../input-lines.ts';
import type { Io } from '../io.ts';
import { entryToJson, eventToJson, undatedToJson } from '../printing/timeline-json.ts';
import { timelineToText } from '../printing/timeline-text.ts';

export interface TimelineCommand {
  /** Empty: everything. */
  readonly topic: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  readonly order: 'date' | 'importance';
  /** Sentences without a date, on the day they were published. */
  readonly reported: boolean;
  /** Every dated sentence on a line of its own, instead of a choice. */
  readonly every: boolean;
  /** Files to write a picture to. */
  readonly png?: string | undefined;
  readonly svg?: string | undefined;
  /** The picture on white, for paper and light pages. */
  readonly light: boolean;
  readonly json: boolean;
}

export interface TimelineTools {
  readonly dateIndexes: DateIndexCache;
  /** The day that "last year" in `from` and `to` is told from. */
  readonly today: CalendarDate;
}

const DEFAULTS = { names: 5 } as const;

/**
 * Prints what the corpus says happened, when, and draws it on request.
 * @throws {InputError} when `from` or `to` is no date, or a picture can't be written
 */
export async function printTimeline(
  snapshot: Snapshot,
  command: TimelineCommand,
  { dateIndexes, today }: TimelineTools,
  io: Io,
): Promise<void> {
  const span = readSpan(command.from, command.to, today);
  if (!span.ok) throw new InputError(span.message);
  const index = await dateIndexes.of(snapshot);
  const { topic, limit, order, reported } = command;
  if (command.every) {
    const sentences = topic === '' ? undefined : snapshot.sentencesAbout(topic).sentences;
    for (const event of everyEvent(index, { sentences, from: span.from, to: span.to, reported })) {
      io.out(`${JSON.stringify(eventToJson(event))}\n`);
    }
    return;
  }
  const found = lookUpTimeline(snapshot, index, {
    topic,
    from: span.from,
    to: span.to,
    limit,
    order,
    reported,
  });
  const title = found.readAs ?? (topic === '' ? 'All articles' : topic);
  await writePictures(found, title, command);
  const names = found.sentences === 0 ? closeNames(snapshot, topic, DEFAULTS.names) : [];
  if (command.json) {
    io.out(`${JSON.stringify(toJson(found, { topic, from: span.from, to: span.to, names }))}\n`);
    return;
  }
  if (found.readAs !== undefined) io.out(`Nothing is about "${topic}" as it is written; this is about:\n`);
  if (found.sentences > 0) io.out(timelineToText(found, title, io));
  else
    io.out(
      `The articles do not mention "${topic}".${names.length > 0 ? ` They do mention: ${names.join(', ')}.` : ''}\n`,
    );
}

function toJson(
  { timeline, undated, readAs }: TimelineLookup,
  asked: {
    readonly topic: string;
    readonly from: string | undefined;
    readonly to: string | undefined;
    readonly names: readonly string[];
  },
): Record<string, unknown> {
  return {
    topic: asked.topic === '' ? null : asked.topic,
    ...(readAs === undefined ? {} : { readAs }),
    ...(asked.names.length === 0 ? {} : { names: asked.names }),
    from: asked.from ?? null,
    to: asked.to ?? null,
    dated: timeline.dated,
    undated: timeline.undated,
    entries: timeline.entries.map(entryToJson),
    unresolved: undated.unresolved.map(undatedToJson),
  };
}

async function writePictures(
  { timeline }: TimelineLookup,
  title: string,
  { png, svg, light }: TimelineCommand,
): Promise<void> {
  if (png === undefined && svg === undefined) return;
  const fonts = await loadFonts();
  const picture = timelineSvg(timeline, title, fonts, light ? 'light' : 'dark');
  if (svg !== undefined) await write(svg, picture.svg);
  if (png !== undefined) await write(png, await renderPng(picture, fonts));
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (cause) {
    throw new InputError(`${file} can't be written: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}
