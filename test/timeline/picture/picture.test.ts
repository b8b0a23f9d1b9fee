import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { selectTimeline } from '../../../src/timeline/build-timeline.ts';
import { buildDateIndex } from '../../../src/timeline/events/date-index/build-date-index.ts';
import { lanes, spread } from '../../../src/timeline/picture/layout.ts';
import { loadFonts, type PictureFonts, renderPng, timelineSvg } from '../../../src/timeline/picture/png.ts';
import { lengthName, timeScale } from '../../../src/timeline/picture/scale.ts';
import { drawable, wrap, xml } from '../../../src/timeline/picture/text.ts';
import { dayNumber } from '../../../src/timeline/resolve/day-numbers.ts';
import type { Timeline } from '../../../src/timeline/tell/timeline-types.ts';
import { article, sentencesOf } from '../articles.ts';

let fonts: PictureFonts;
beforeAll(async () => {
  fonts = await loadFonts();
});

function timelineOf(text: string): Timeline {
  const index = buildDateIndex([article('a', text, '2021-06-16')], sentencesOf);
  return selectTimeline(index, { limit: 60, order: 'date', reported: false });
}

/** Pixels of a rectangle that are nearly white: nothing but text is. */
function bright(svg: string, left: number, top: number, right: number, bottom: number): number {
  const image = new Resvg(svg, { font: { fontFiles: [...fonts.files], loadSystemFonts: false } }).render();
  // Each look at `pixels` copies the whole picture.
  const { pixels, width, height } = image;
  let count = 0;
  for (let y = top; y < Math.min(bottom, height); y++) {
    for (let x = left; x < right; x++) {
      const at = 4 * (y * width + x);
      if ((pixels[at] ?? 0) > 200 && (pixels[at + 1] ?? 0) > 200 && (pixels[at + 2] ?? 0) > 200) count++;
    }
  }
  return count;
}

describe('the picture', () => {
  it('is a PNG with the title and the quotes drawn in it', async () => {
    const picture = timelineSvg(
      timelineOf('It began on 5 March 2021. It ended in June 2021.'),
      'Daraa',
      fonts,
    );
    const png = await renderPng(picture, fonts);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([picture.width, picture.height]);
    expect(bright(picture.svg, 0, 30, 400, 90)).toBeGreaterThan(300);
    expect(bright(picture.svg, 400, 150, 1080, picture.height - 96)).toBeGreaterThan(1000);
  });

  test.each([
    ['Cyrillic', 'Немецкие войска вошли в город in 1941.'],
    ['Arabic', 'استولت قوات النظام على المدينة in 2018.'],
    ['a character that the font lacks', 'The city of 東京 was rebuilt in 1950.'],
    ['an emoji', 'It was great \u{1f389}\u{1f1fa}\u{1f1f8} in 1950.'],
    ['markup', 'It was <b>&amp;</b> "great" in 1950.'],
    ['control characters', 'It was\u0000 \u0007great\ufffe in 1950.'],
  ])('draws %s', (_, text) => {
    const { svg } = timelineSvg(timelineOf(text), 'x', fonts);
    expect(bright(svg, 404, 180, 1080, 600)).toBeGreaterThan(500);
  });

  it('shows open ends with an arrow and approximate dates with a dashed outline', () => {
    const plain = timelineSvg(timelineOf('It stood from 1914 to 1918. It fell in 1920.'), 'x', fonts).svg;
    const open = timelineSvg(timelineOf('It has stood since 1914. It fell around 1920.'), 'x', fonts).svg;
    expect(plain).not.toContain('stroke-dasharray');
    expect(open).toContain('stroke-dasharray');
    expect(open).toMatch(/<path d="M[\d.]+ [\d.]+H[\d.]+L[\d.]+ [\d.]+Z"/);
  });

  it('says in words what it shows, and no more than fits', () => {
    expect(timelineSvg(timelineOf('It began on 5 March 2021.'), 'Daraa', fonts).alt).toBe(
      'Timeline of Daraa: 1 entry from 1 dated sentence · 1 source. 5 March 2021: It began on 5 March 2021.',
    );
    const long = Array.from(
      { length: 60 },
      (_, at) => `Number ${at} of these things began in ${1900 + at}.`,
    ).join(' ');
    expect(timelineSvg(timelineOf(long), '\u{1f389}'.repeat(900), fonts).alt.length).toBeLessThanOrEqual(
      1024,
    );
  });

  it('says so when there is nothing to show', () => {
    expect(timelineSvg(timelineOf('It began.'), 'Nobody', fonts).svg).toContain('Nothing dated about Nobody');
  });
});

describe('text', () => {
  test.each([
    ['plain words', 'plain words'],
    ['two \n lines', 'two lines'],
    ['city of 東京 now', 'city of now'],
    ['東京で大会', undefined],
    ['a\u200bb\ufeffc', 'abc'],
  ])('%j is drawn as %j', (text, expected) => expect(drawable(text, fonts.metrics)).toBe(expected));

  it('is wrapped into lines that fit', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 700 }), (parts, width) => {
        const lines = wrap(parts.join(' '), width, 27, 2, fonts.metrics);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(fonts.metrics.width(line, 27)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('says where it was cut', () => {
    expect(wrap('one two three four five six', 150, 27, 1, fonts.metrics)).toEqual(['one two…']);
    expect(wrap('one two', 400, 27, 2, fonts.metrics)).toEqual(['one two']);
  });

  it('is safe in XML', () => expect(xml('<a b="c">&\u0000')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;'));
});

describe('the axis', () => {
  test.each([
    [
      'days',
      [dayNumber(2021, 3, 5), dayNumber(2021, 3, 9)],
      ['5 Mar', '6 Mar', '7 Mar', '8 Mar', '9 Mar', '10 Mar'],
    ],
    ['months', [dayNumber(2021, 1, 5), dayNumber(2021, 5, 9)], ['Feb 2021', 'Mar', 'Apr', 'May']],
    [
      'years',
      [dayNumber(2011, 1, 1), dayNumber(2019, 12, 31)],
      ['2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018', '2019', '2020'],
    ],
    [
      'centuries',
      [dayNumber(1400, 1, 1), dayNumber(2020, 1, 1)],
      ['1400', '1500', '1600', '1700', '1800', '1900', '2000'],
    ],
    [
      'years before our era, which has no year 0',
      [dayNumber(-799, 1, 1), dayNumber(476, 1, 1)],
      ['800 BC', '600 BC', '400 BC', '200 BC', '1', '200', '400'],
    ],
  ])('has ticks for %s', (_, days, labels) => {
    const ticks = timeScale(days, 0, 540).stretches.flatMap((one) => one.ticks.map(({ label }) => label));
    expect(ticks.slice(-labels.length)).toEqual(labels);
  });

  const modern = Array.from({ length: 30 }, (_, at) => dayNumber(1980 + at, 5, 1));
  const uneven = [dayNumber(395, 1, 1), dayNumber(537, 1, 1), dayNumber(1204, 1, 1), ...modern];

  it('is cut where nothing happens for long, so that no two things lie on top of each other', () => {
    const { stretches, y } = timeScale(uneven, 0, 33 * 46);
    expect(stretches.length).toBeGreaterThan(1);
    const places = uneven.map(y);
    for (const [at, place] of places.entries()) {
      if (at > 0) expect(place - (places[at - 1] ?? 0)).toBeGreaterThan(5);
    }
  });

  it('names a year alone in its part by the year, and not by its first day', () => {
    const { stretches } = timeScale([dayNumber(395, 1, 1), ...modern], 0, 31 * 46, () => 'year');
    expect(stretches[0]?.ticks.map(({ label }) => label)).toEqual(['395']);
  });

  it('is whole where things lie evenly, or far enough apart', () => {
    expect(timeScale(modern, 0, 30 * 46).stretches).toHaveLength(1);
    expect(timeScale([dayNumber(395, 1, 1), dayNumber(2009, 1, 1)], 0, 300).stretches).toHaveLength(1);
  });

  it('keeps days in their order, within its length', () => {
    const days = fc.array(fc.integer({ min: -1_200_000, max: 40_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, (chosen) => {
        const height = Math.max(300, chosen.length * 46);
        const { stretches, y } = timeScale(chosen, 100, 100 + height);
        const sorted = chosen.toSorted((a, b) => a - b).map(y);
        for (const [at, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(Math.max(100, sorted[at - 1] ?? 0) - 0.001);
          expect(place).toBeLessThanOrEqual(100 + height + 0.001);
        }
        expect(stretches.every(({ ticks }) => ticks.length > 0)).toBe(true);
      }),
    );
  });

  test.each([
    [30, '30 days'],
    [200, '7 months'],
    [215_000, '589 years'],
    [430_000, '1,177 years'],
  ])('%i left-out days are %s', (days, name) => expect(lengthName(days)).toBe(name));
});

describe('every entry can be counted', () => {
  const century = (at: number): string => `Mill number ${at} of Osterby burnt in ${1000 + at * 7}.`;
  const day = (at: number): string =>
    `Barn number ${at} of Westerby fell on ${1 + (at % 28)} May ${2000 + Math.floor(at / 28)}.`;

  test.each([1, 5, 20, 60])('%i of them', (entries) => {
    const text = Array.from({ length: entries }, (_, at) => (at % 3 === 0 ? century(at) : day(at))).join(' ');
    for (const theme of ['dark', 'light'] as const) {
      const { svg, height } = timelineSvg(timelineOf(text), 'x', fonts, theme);
      const marks = [...svg.matchAll(/<circle cx="394" cy="([\d.]+)" r="9"/g)].map(([, y]) => Number(y));
      expect(marks).toHaveLength(entries);
      const sorted = marks.toSorted((a, b) => a - b);
      for (const [at, y] of sorted.entries()) {
        if (at > 0) expect(y - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(40);
        expect(y).toBeLessThan(height);
      }
    }
  });

  it('and a cut axis says so', () => {
    const texts = [century(1), ...Array.from({ length: 20 }, (_, at) => day(at))];
    expect(timelineSvg(timelineOf(texts.join(' ')), 'x', fonts).svg).toContain(
      'Not to scale: 1 quiet stretch is',
    );
    expect(timelineSvg(timelineOf('It began in 2001. It ended in 2010.'), 'x', fonts).svg).not.toContain(
      'Not to scale',
    );
  });

  it('what contradicts is marked and named', () => {
    const lit = (when: string): string =>
      `The great lighthouse of Osterby was lit by keeper Ada Quill on ${when}.`;
    const { svg } = timelineSvg(
      timelineOf(`${lit('3 February 1872')} ${lit('3 February 1873')}`),
      'x',
      fonts,
    );
    expect(svg).toContain('⚠ or 3 February 1873');
    expect(
      timelineSvg(timelineOf(`${lit('3 February 1872')} ${lit('5 May 1872')}`), 'x', fonts).svg,
    ).toContain('⚠ or 5 May<');
    expect(svg).toContain('sources disagree');
    expect(svg.match(/r="15"/g)).toHaveLength(2);
  });

  it('what lasts lies in lanes that do not overlap', () => {
    const wars = Array.from(
      { length: 6 },
      (_, at) => `War number ${at} of Osterby lasted from ${1900 + at} to ${1910 + at}.`,
    );
    const { svg } = timelineSvg(timelineOf(wars.join(' ')), 'x', fonts);
    const bars = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="[\d.]+" height="([\d.]+)" rx/g)];
    expect(bars).toHaveLength(6);
    expect(new Set(bars.map(([, x]) => x)).size).toBe(6);
  });
});

describe('layout', () => {
  const wish = fc.record({
    y: fc.double({ min: 0, max: 1000, noNaN: true }),
    height: fc.integer({ min: 10, max: 90 }),
  });
  it('labels never overlap and stay in their room', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 11 }), (wishes) => {
        const sorted = wishes.toSorted((a, b) => a.y - b.y);
        const middles = spread(sorted, 0, 1000);
        let end = -0.001;
        for (const [at, middle] of middles.entries()) {
          const half = (sorted[at]?.height ?? 0) / 2;
          expect(middle - half).toBeGreaterThanOrEqual(end - 0.01);
          end = middle + half;
        }
        expect(end).toBeLessThanOrEqual(1000.01);
      }),
    );
  });

  it('labels with room stay where they wish', () => {
    expect(
      spread(
        [
          { y: 100, height: 40 },
          { y: 300, height: 40 },
        ],
        0,
        400,
      ),
    ).toEqual([100, 300]);
    expect(
      spread(
        [
          { y: 100, height: 40 },
          { y: 100, height: 40 },
        ],
        0,
        400,
      ),
    ).toEqual([80, 120]);
  });

  it('bars that overlap get lanes of their own while there are any', () => {
    expect(
      lanes(
        [
          [0, 10],
          [5, 15],
          [11, 20],
          [6, 8],
          [7, 9],
        ],
        3,
      ),
    ).toEqual([0, 1, 0, 2, 2]);
  });
});
