import type { APIComponentInContainer } from 'discord.js';
import type { CalendarDate } from '../../corpus/article.ts';
import type { TimelineLookup } from '../../timeline/look-up.ts';
import { dateText } from '../quoting/source-line.ts';
import { escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { clip, oneLine } from '../replies/fit-text.ts';
import {
  button,
  buttonRows,
  container,
  select,
  separator,
  textDisplay,
  type View,
} from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';
import { type TimelinePage, timelineMark, timelinePages, yearChoices } from './timeline-pages.ts';

/** The command whose `press` handles the buttons. */
export const TIMELINE_SCOPE = 'timeline';

/** A timeline that was looked up, and what was asked for. */
export interface ShownTimeline {
  readonly found: TimelineLookup;
  /** As typed; empty: everything. */
  readonly topic: string;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  readonly order: 'date' | 'importance';
  /** Close names, when nothing is about the topic. */
  readonly names: readonly string[];
}

/** Where and for whom a timeline is shown. */
export interface TimelinePlace {
  /** The key of the request in the state; buttons carry it. */
  readonly viewId: string;
  /** From 0; too large a number means the last page. */
  readonly page: number;
  /** Only the asker sees it: it can be shared, and needs no "Delete". */
  readonly private: boolean;
  /** One line of Markdown above it, such as that the articles have changed. */
  readonly notice?: string;
  readonly words: Words;
}

const DEFAULTS = { topic: 150, name: 60, colour: 0x4f_6b_d8, emptyColour: 0x80_84_8e } as const;

/** Kept free on each page for a notice and the lines at its foot, so that these do not move entries between pages. */
const RESERVED = 'x'.repeat(600);

/** A page of a timeline as a message. */
export function timelineView(shown: ShownTimeline, place: TimelinePlace): View {
  return shown.found.timeline.entries.length === 0 ? emptyView(shown, place) : pageView(shown, place);
}

/** What a timeline is about, as plain text for titles. */
export function timelineTitle(
  { topic, found }: Pick<ShownTimeline, 'topic' | 'found'>,
  words: Words,
): string {
  return clip(oneLine(found.readAs ?? topic), DEFAULTS.topic) || words.say('timeline.all');
}

/** The pages of a timeline; the same ones whatever the place. */
export function pagesOf(shown: ShownTimeline, words: Words): TimelinePage[] {
  const fixed = `${headText(shown, words)}${RESERVED}`;
  return timelinePages(shown.found.timeline.entries, shown.order === 'date', fixed, words);
}

function pageView(shown: ShownTimeline, place: TimelinePlace): View {
  const { words } = place;
  const head = headText(shown, words, place.notice);
  const pages = pagesOf(shown, words);
  const at = Math.min(Math.max(0, place.page), pages.length - 1);
  const years = shown.order === 'date' && pages.length > 1 ? yearChoices(pages, words) : [];
  const { viewId } = place;
  const mark = timelineMark(shown.found.timeline.entries);
  const page = (to: number) => formatCustomId(TIMELINE_SCOPE, 'page', viewId, to, mark);
  return {
    components: [
      container(DEFAULTS.colour, [
        textDisplay(head),
        ...(pages[at]?.texts ?? []).map(textDisplay),
        separator(),
        textDisplay(footText(shown, at, pages.length, words)),
        ...(years.length > 1
          ? [
              select(
                words.say('timeline.jump'),
                formatCustomId(TIMELINE_SCOPE, 'jump', viewId, 0, mark),
                years,
              ),
            ]
          : []),
        ...buttonRows([
          ...(pages.length > 1
            ? [
                button(words.say('button.previous'), page(at - 1), { emoji: '◀️', disabled: at === 0 }),
                button(words.say('button.next'), page(at + 1), {
                  emoji: '▶️',
                  disabled: at === pages.length - 1,
                }),
              ]
            : []),
          button(words.say('timeline.picture'), formatCustomId(TIMELINE_SCOPE, 'picture', viewId), {
            emoji: '🖼️',
          }),
          button(words.say('timeline.file'), formatCustomId(TIMELINE_SCOPE, 'file', viewId), { emoji: '📄' }),
          ...undatedButton(shown, place),
          ...handling(place, at, mark),
        ]),
      ]),
    ],
  };
}

function emptyView(shown: ShownTimeline, place: TimelinePlace): View {
  const { found, names } = shown;
  const { words } = place;
  const parts: APIComponentInContainer[] = [
    textDisplay(`${headText(shown, words, place.notice)}\n${reasonText(shown, words)}`),
  ];
  if (names.length > 0) parts.push(textDisplay(subtext(words.say('timeline.names'))));
  const buttons = [
    ...names.map((name, at) =>
      button(clip(name, DEFAULTS.name), formatCustomId(TIMELINE_SCOPE, 'topic', place.viewId, at), {
        style: 'main',
      }),
    ),
    ...(found.sentences > 0 ? undatedButton(shown, place) : []),
    ...handling(place, 0, timelineMark([])),
  ];
  return { components: [container(DEFAULTS.emptyColour, [...parts, separator(), ...buttonRows(buttons)])] };
}

function reasonText({ found, topic, from, to }: ShownTimeline, words: Words): string {
  const everywhere = from === undefined && to === undefined;
  if (topic === '') return words.say(everywhere ? 'timeline.nothing' : 'timeline.nothingInSpan');
  if (found.sentences === 0) return words.say('timeline.notMentioned');
  const key = everywhere ? 'timeline.notDated' : 'timeline.notDatedInSpan';
  return words.say(key, { count: found.sentences });
}

function headText(shown: ShownTimeline, words: Words, notice?: string): string {
  const { found, topic, order } = shown;
  const title = words.say('timeline.title', { title: escapeMarkdown(timelineTitle(shown, words)) });
  const span = spanText(shown, words);
  const about = [`**${title}**`, ...(span === undefined ? [] : [span])];
  const readAs =
    found.readAs === undefined
      ? []
      : [
          subtext(
            words.say('timeline.instead', { topic: escapeMarkdown(clip(oneLine(topic), DEFAULTS.topic)) }),
          ),
        ];
  return [
    ...(notice === undefined ? [] : [notice]),
    [...about, ...(order === 'importance' ? [words.say('timeline.byImportance')] : [])].join(' · '),
    ...readAs,
  ].join('\n');
}

function spanText({ from, to }: ShownTimeline, words: Words): string | undefined {
  if (from !== undefined && to !== undefined)
    return words.say('timeline.fromTo', { from: dateText(from, words), to: dateText(to, words) });
  if (from !== undefined) return words.say('timeline.from', { day: dateText(from, words) });
  return to === undefined ? undefined : words.say('timeline.to', { day: dateText(to, words) });
}

function footText(
  { found: { timeline, undated } }: ShownTimeline,
  at: number,
  pages: number,
  words: Words,
): string {
  const { entries, dated, undated: bare } = timeline;
  const unresolved = undated.unresolved.length;
  const told = words.say('timeline.entries', { entries: entries.length, dated });
  return [
    words.line(...(pages > 1 ? [words.say('page', { page: at + 1, pages })] : []), told),
    ...(unresolved > 0 ? [words.say('timeline.unresolved', { count: unresolved })] : []),
    ...(bare > 0 ? [words.say('timeline.bare', { count: bare })] : []),
  ]
    .map(subtext)
    .join('\n');
}

function undatedButton({ found: { timeline, undated } }: ShownTimeline, { viewId, words }: TimelinePlace) {
  if (timeline.undated === 0 && undated.unresolved.length === 0) return [];
  const id = formatCustomId(TIMELINE_SCOPE, 'undated', viewId, 0);
  return [button(words.say('timeline.undated'), id, { emoji: '❓' })];
}

function handling({ viewId, words, private: isPrivate }: TimelinePlace, page: number, mark: string) {
  const share = formatCustomId(TIMELINE_SCOPE, 'share', viewId, page, mark);
  return isPrivate
    ? [button(words.say('button.share'), share, { emoji: '📣' })]
    : [button(words.say('button.delete'), formatCustomId(TIMELINE_SCOPE, 'delete', viewId), { emoji: '🗑️' })];
}
