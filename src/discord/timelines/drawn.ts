/** How many drawn timelines are kept: each takes some hundred kilobytes. */
export const DRAWN_TIMELINES = 8;

/** A timeline as a PNG. */
export interface DrawnTimeline {
  readonly png: Buffer;
  /** The same in words. */
  readonly alt: string;
  readonly title: string;
}
