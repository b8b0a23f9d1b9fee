/** Discord's dark palette. */
export const COLOURS = {
  ground: '#313338',
  line: '#5c5f66',
  strip: '#4a4d6e',
  text: '#f2f3f5',
  soft: '#dbdee1',
  quiet: '#b5bac1',
  stated: '#7984f5',
  planned: '#f0b232',
  reported: '#949ba4',
} as const;

/** Measures in pixels: a third of them is what a phone shows. */
export const SIZES = {
  width: 1080,
  margin: 40,
  header: 168,
  footer: 96,
  /** The axis is at least this long. */
  leastAxis: 440,
  mostLabels: 9,
  /** Right end of the tick labels, the axis itself, and where the labels begin. */
  ticks: 186,
  axis: 280,
  text: 404,
  strip: 72,
  bin: 16,
  lanes: 3,
  laneWidth: 22,
  /** What is shorter on the axis is drawn as a point. */
  point: 20,
  label: 106,
  gap: 20,
  lineHeight: 34,
  titleText: 46,
  dateText: 30,
  quoteText: 27,
  tickText: 23,
  smallText: 25,
} as const;
