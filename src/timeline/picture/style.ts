/** The colours of a picture. */
export interface Palette {
  readonly ground: string;
  readonly line: string;
  readonly strip: string;
  readonly text: string;
  readonly soft: string;
  readonly quiet: string;
  readonly stated: string;
  readonly planned: string;
  readonly reported: string;
  /** Sources that contradict each other. */
  readonly conflict: string;
}

export type Theme = 'dark' | 'light';

/** Discord's dark and light palettes; every text has a contrast of 4.5 or more on its ground. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  dark: {
    ground: '#313338',
    line: '#5c5f66',
    strip: '#4a4d6e',
    text: '#f2f3f5',
    soft: '#dbdee1',
    quiet: '#b5bac1',
    stated: '#7984f5',
    planned: '#f0b232',
    reported: '#949ba4',
    conflict: '#ff8f66',
  },
  light: {
    ground: '#ffffff',
    line: '#b5bac1',
    strip: '#d5d9f7',
    text: '#060607',
    soft: '#2e3338',
    quiet: '#5c5f66',
    stated: '#4752c4',
    planned: '#a66a00',
    reported: '#747f8d',
    conflict: '#c03d00',
  },
};

/** Measures in pixels: a third of them is what a phone shows. */
export const SIZES = {
  width: 1080,
  margin: 40,
  header: 168,
  /** A further line under the title. */
  headerLine: 36,
  footer: 96,
  /** The axis is at least this long. */
  leastAxis: 300,
  /** Right end of the tick labels, the axis itself, where the marks and the labels begin. */
  ticks: 186,
  axis: 280,
  marks: 394,
  text: 418,
  strip: 72,
  bin: 16,
  /** The lanes of the bars lie between the axis and the marks; so many at most, each so wide at most. */
  lanes: 7,
  laneWidth: 22,
  laneRoom: 88,
  /** What is shorter on the axis is drawn as a point. */
  point: 20,
  /** How long the bar of something with an open end is drawn. */
  openBar: 44,
  lineHeight: 34,
  titleText: 46,
  dateText: 30,
  quoteText: 27,
  tickText: 23,
  smallText: 25,
} as const;

/** How entries are labelled: with two lines of their quotes when there are few, beside the date when there are many. */
export interface LabelStyle {
  /** From one label's top to the next one's, and how much of that is air. */
  readonly height: number;
  readonly gap: number;
  readonly dateText: number;
  readonly quoteText: number;
  /** Lines of the quote; 0: on the date's own line. */
  readonly quoteLines: number;
}

const LABELS: readonly (LabelStyle & { readonly most: number })[] = [
  { most: 9, height: 126, gap: 20, dateText: 30, quoteText: 27, quoteLines: 2 },
  { most: 24, height: 88, gap: 16, dateText: 28, quoteText: 26, quoteLines: 1 },
  { most: Number.POSITIVE_INFINITY, height: 46, gap: 8, dateText: 25, quoteText: 24, quoteLines: 0 },
];

/** The style for so many entries. */
export function labelStyle(entries: number): LabelStyle {
  const style = LABELS.find(({ most }) => entries <= most);
  if (!style) throw new RangeError(`No label style for ${entries} entries`);
  return style;
}
