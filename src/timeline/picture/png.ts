import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import type { Timeline } from '../tell/timeline-types.ts';
import type { TimelineWords } from '../tell/timeline-words.ts';
import { type FontMetrics, readFontMetrics } from './font.ts';
import { drawTimeline, type Picture } from './picture.ts';
import type { Theme } from './style.ts';

/** The fonts of a picture: read once, used for every one. */
export interface PictureFonts {
  readonly family: string;
  readonly files: readonly string[];
  /** Of the regular face, in which the quotes are set. */
  readonly metrics: FontMetrics;
}

/** Loads DejaVu Sans: Latin, Greek, Cyrillic, Arabic, Hebrew, Armenian and Georgian letters. */
export async function loadFonts(): Promise<PictureFonts> {
  // TrueType on purpose: the renderer drops all text without a word when it is given WOFF fonts.
  const { resolve } = createRequire(import.meta.url);
  const files = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
    resolve(`dejavu-fonts-ttf/ttf/${name}`),
  );
  const [regular = ''] = files;
  return { family: 'DejaVu Sans', files, metrics: readFontMetrics(await readFile(regular)) };
}

/** A timeline as an SVG with its alternative text. */
export function timelineSvg(
  timeline: Timeline,
  title: string,
  fonts: PictureFonts,
  theme: Theme = 'dark',
  words?: TimelineWords,
): Picture {
  const { family: fontFamily, metrics } = fonts;
  return drawTimeline(timeline, { title, fontFamily, metrics, theme, ...(words !== undefined && { words }) });
}

/** The PNG of a picture. Takes about 60 ms, off the main thread. */
export async function renderPng(picture: Picture, fonts: PictureFonts): Promise<Buffer> {
  const image = await renderAsync(picture.svg, {
    font: { fontFiles: [...fonts.files], loadSystemFonts: false, defaultFontFamily: fonts.family },
  });
  return image.asPng();
}
