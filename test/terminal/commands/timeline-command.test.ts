import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Snapshot } from '../../../src/library/index.ts';
import { printTimeline, type TimelineCommand } from '../../../src/terminal/commands/timeline-command.ts';
import { DateIndexCache } from '../../../src/timeline/events/date-index/date-index-cache.ts';
import { sentenceEnds, tools } from '../../language.ts';
import { HARBOUR, snapshotOf } from '../../timeline/corpus.ts';
import { fileOf, parseLines, stringIo } from '../stage.ts';

const PLAIN: TimelineCommand = {
  light: false,
  topic: '',
  limit: 60,
  order: 'date',
  reported: false,
  every: false,
  json: false,
};
const TOOLS = { dateIndexes: new DateIndexCache(), today: '2022-03-15' } as const;

const Entry = z.object({
  date: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  precision: z.string(),
  basis: z.enum(['stated', 'relative', 'reported']),
  quote: z.string(),
  expression: z.string().nullable(),
  article: z.object({
    id: z.string(),
    title: z.string(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    published: z.string().nullable(),
  }),
  articles: z.number().int().positive(),
  sources: z.array(z.object({ quote: z.string() })),
});
const Printed = z.object({
  topic: z.string().nullable(),
  dated: z.number(),
  undated: z.number(),
  entries: z.array(Entry),
  unresolved: z.array(z.object({ quote: z.string(), expression: z.string() })),
});

describe('footnote timeline', () => {
  let harbour: Snapshot;
  beforeAll(async () => {
    harbour = await snapshotOf(HARBOUR);
  });

  async function run(command: Partial<TimelineCommand>): Promise<string> {
    const io = stringIo();
    await printTimeline(harbour, { ...PLAIN, ...command }, TOOLS, io);
    return io.printed();
  }
  const json = async (command: Partial<TimelineCommand>) =>
    Printed.parse(parseLines(await run({ ...command, json: true }))[0]);

  test('prints dated quotes with their sources', async () => {
    const text = await run({ topic: 'Osterby' });
    expect(text).toContain(
      '3 May 1842\n  “The lighthouse of Osterby was lit on 3 May 1842.”\n  — Osterby at a glance',
    );
    expect(text).toContain('(also in 1 other article)');
    expect(text).toContain('2030  planned\n');
    expect(text).toContain(
      '1 date that only a publication date could place:\n  “The fair of Osterby was held in June.”',
    );
  });

  test('prints JSON of the documented shape, in order', async () => {
    const { entries, unresolved, topic } = await json({ topic: 'Osterby' });
    expect(topic).toBe('Osterby');
    expect(entries.map(({ date }) => date)).toEqual([
      '1721',
      '1842-05-03',
      '1902-01',
      '1911',
      '2011-03-05',
      '2011-03-09',
      '2011-03-12',
      '2011-04-01',
      '2011-05',
      '2018-06',
      '2030',
    ]);
    expect(entries[4]).toMatchObject({
      from: '2011-03-05',
      to: '2011-03-05',
      precision: 'day',
      basis: 'stated',
      quote: 'The bridge of Osterby fell on 5 March 2011.',
      expression: '5 March 2011',
      articles: 2,
    });
    expect(unresolved).toEqual([expect.objectContaining({ expression: 'June' })]);
  });

  test('keeps to the span and the limit, the most important first', async () => {
    const { entries } = await json({ from: '2011', to: '2012', limit: 2, order: 'importance' });
    expect(entries.map(({ date }) => date)[0]).toBe('2011-03-05');
    expect(entries).toHaveLength(2);
  });

  test('gives sentences without a date the day of publication, and says so', async () => {
    const { entries } = await json({ topic: 'mayor', reported: true });
    expect(entries).toMatchObject([{ basis: 'reported', date: '2021-08-05', expression: null }]);
  });

  test('prints every dated sentence as a line', async () => {
    const lines = parseLines(await run({ every: true, to: '1950' }));
    expect(lines).toMatchObject([
      { date: '1721' },
      { date: '1842-05-03' },
      { date: '1902-01' },
      { date: '1911', open: 'end' },
    ]);
  });

  test('draws', async () => {
    const folder = dirname(fileOf('x', ''));
    const [png, svg] = [join(folder, 'a.png'), join(folder, 'a.svg')];
    await run({ topic: 'Osterby', png, svg });
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg .*Osterby.*<\/svg>\s*$/s);
    expect(readFileSync(svg, 'utf8')).toContain('fill="#313338"');
    await run({ topic: 'Osterby', svg, light: true });
    expect(readFileSync(svg, 'utf8')).toContain('fill="#ffffff"');
  });

  test('names what it does not know', async () => {
    expect(await run({ topic: 'Ostraland' })).toBe(
      'The articles do not mention "Ostraland". They do mention: Osterby.\n',
    );
  });

  test.each([
    [{ from: 'banana' }, 'I can\'t read "banana" as a date'],
    [{ png: '/nowhere/at/all.png' }, "/nowhere/at/all.png can't be written"],
  ])('says what is wrong: %j', async (command, message) => {
    await expect(run(command)).rejects.toThrow(message);
  });

  test('the articles that come with it have five dated events and a June without a year', async () => {
    const { openLibrary } = await import('../../../src/library/index.ts');
    const library = await openLibrary({ corpus: 'corpus' }, tools, sentenceEnds);
    const io = stringIo();
    await printTimeline(library.current(), { ...PLAIN, json: true, reported: true }, TOOLS, io);
    await library.close();
    const { entries, unresolved } = Printed.parse(parseLines(io.printed())[0]);
    const told = entries.map(({ date, quote }) => `${date} ${quote}`);
    expect(told).toEqual([
      expect.stringMatching(/^2011 .*earliest protests/),
      expect.stringMatching(/^2011 .*killed more than 380,000 people since 2011/),
      expect.stringMatching(/^2015 .*Moscow deployed forces/),
      expect.stringMatching(/^2018 .*captured by the Assad regime in 2018/),
      expect.stringMatching(/^2019 .*Jeffrey/),
    ]);
    expect(unresolved.map(({ expression }) => expression)).toEqual(['June']);
  });
});
