import type { APIComponentInContainer } from 'discord.js';
import type { CalendarDate } from '../../corpus/article.ts';
import type { TimelineLookup } from '../../timeline/look-up.ts';
import { dateText } from '../quoting/source-line.ts';
import { counted, number } from '../quoting/view-lines.ts';
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
}

const DEFAULTS = { topic: 150, name: 60, colour: 0x4f_6b_d8, emptyColour: 0x80_84_8e } as const;

/** Kept free on each page for a notice and the lines at its foot, so that these do not move entries between pages. */
const RESERVED = 'x'.repeat(600);

/** A page of a timeline as a message. */
export function timelineView(shown: ShownTimeline, place: TimelinePlace): View {
  return shown.found.timeline.entries.length === 0 ? emptyView(shown, place) : pageView(shown, place);
}

/** What a timeline is about, as plain text for titles. */
export function timelineTitle({ topic, found }: Pick<ShownTimeline, 'topic' | 'found'>): string {
  return clip(oneLine(found.readAs ?? topic), DEFAULTS.topic) || 'All articles';
}

/** The pages of a timeline; the same ones whatever the place. */
export function pagesOf(shown: ShownTimeline): TimelinePage[] {
  const fixed = `${headText(shown)}${RESERVED}`;
  return timelinePages(shown.found.timeline.entries, shown.order === 'date', fixed);
}

function pageView(shown: ShownTimeline, place: TimelinePlace): View {
  const head = headText(shown, place.notice);
  const pages = pagesOf(shown);
  const at = Math.min(Math.max(0, place.page), pages.length - 1);
  const years = shown.order === 'date' && pages.length > 1 ? yearChoices(pages) : [];
  const { viewId } = place;
  const mark = timelineMark(shown.found.timeline.entries);
  const page = (to: number) => formatCustomId(TIMELINE_SCOPE, 'page', viewId, to, mark);
  return {
    components: [
      container(DEFAULTS.colour, [
        textDisplay(head),
        ...(pages[at]?.texts ?? []).map(textDisplay),
        separator(),
        textDisplay(footText(shown, at, pages.length)),
        ...(years.length > 1
          ? [select('Jump to a year', formatCustomId(TIMELINE_SCOPE, 'jump', viewId, 0, mark), years)]
          : []),
        ...buttonRows([
          ...(pages.length > 1
            ? [
                button('Previous', page(at - 1), { emoji: '◀️', disabled: at === 0 }),
                button('Next', page(at + 1), { emoji: '▶️', disabled: at === pages.length - 1 }),
              ]
            : []),
          button('Picture', formatCustomId(TIMELINE_SCOPE, 'picture', viewId), { emoji: '🖼️' }),
          button('As file', formatCustomId(TIMELINE_SCOPE, 'file', viewId), { emoji: '📄' }),
          ...undatedButton(shown, place),
          ...handling(place, at, mark),
        ]),
      ]),
    ],
  };
}

function emptyView(shown: ShownTimeline, place: TimelinePlace): View {
  const { found, names } = shown;
  const parts: APIComponentInContainer[] = [
    textDisplay(`${headText(shown, place.notice)}\n${reasonText(shown)}`),
  ];
  if (names.length > 0) parts.push(textDisplay(subtext('Names that they do mention:')));
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

function reasonText({ found, topic, from, to }: ShownTimeline): string {
  const within = from === undefined && to === undefined ? '' : ' in this span';
  if (topic === '') return `There is nothing dated in the articles${within}.`;
  if (found.sentences === 0) return 'The articles do not mention this.';
  const about = counted(found.sentences, 'sentence');
  return `${about} about it, but nothing that could be put on a timeline${within}.`;
}

function headText({ found, topic, from, to, order }: ShownTimeline, notice?: string): string {
  const title = escapeMarkdown(timelineTitle({ topic, found }));
  const span =
    from === undefined && to === undefined
      ? ''
      : ` · ${[from === undefined ? '' : `from ${dateText(from)}`, to === undefined ? '' : `to ${dateText(to)}`].join(' ').trim()}`;
  const sorted = order === 'importance' ? ' · most important first' : '';
  const readAs =
    found.readAs === undefined
      ? []
      : [
          subtext(
            `Instead of “${escapeMarkdown(clip(oneLine(topic), DEFAULTS.topic))}”, which the articles do not have.`,
          ),
        ];
  return [
    ...(notice === undefined ? [] : [notice]),
    `**Timeline: ${title}**${span}${sorted}`,
    ...readAs,
  ].join('\n');
}

function footText({ found: { timeline, undated } }: ShownTimeline, at: number, pages: number): string {
  const { entries, dated, undated: bare } = timeline;
  const unresolved = undated.unresolved.length;
  return [
    `${pages > 1 ? `Page ${at + 1} of ${pages} · ` : ''}${entries.length === 1 ? '1 entry' : `${number(entries.length)} entries`} from ${counted(dated, 'dated sentence')}`,
    ...(unresolved > 0 ? [`${counted(unresolved, 'date')} that only a publication date could place`] : []),
    ...(bare > 0 ? [`${counted(bare, 'sentence')} without a date`] : []),
  ]
    .map(subtext)
    .join('\n');
}

function undatedButton({ found: { timeline, undated } }: ShownTimeline, { viewId }: TimelinePlace) {
  if (timeline.undated === 0 && undated.unresolved.length === 0) return [];
  return [button('Undated', formatCustomId(TIMELINE_SCOPE, 'undated', viewId, 0), { emoji: '❓' })];
}

function handling({ viewId, private: isPrivate }: TimelinePlace, page: number, mark: string) {
  return isPrivate
    ? [button('Share', formatCustomId(TIMELINE_SCOPE, 'share', viewId, page, mark), { emoji: '📣' })]
    : [button('Delete', formatCustomId(TIMELINE_SCOPE, 'delete', viewId), { emoji: '🗑️' })];
}
