import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type DatesCommand, printDates } from '../../../src/terminal/commands/dates-command.ts';
import { fileOf, jsonLines, parseLines, stringIo } from '../stage.ts';

async function run(command: Partial<DatesCommand>, input: string | Uint8Array = ''): Promise<string> {
  const io = stringIo();
  async function* chunks() {
    yield input;
  }
  await printDates({ json: false, ...command }, chunks(), io);
  return io.printed();
}

const LINES = jsonLines(
  { id: 'a', reference: '2021-06-16', text: 'It rained on Monday and in 2011.' },
  { id: 2, text: 'It rained in June.' },
);

describe('footnote dates', () => {
  test('answers lines of JSON with lines of JSON', async () => {
    expect(parseLines(await run({ file: fileOf('d.jsonl', LINES) }))).toEqual([
      {
        id: 'a',
        expressions: [
          {
            start: 13,
            end: 19,
            text: 'Monday',
            type: 'DATE',
            value: '2021-06-14',
            from: '2021-06-14',
            to: '2021-06-14',
            precision: 'day',
            basis: 'relative',
          },
          {
            start: 27,
            end: 31,
            text: '2011',
            type: 'DATE',
            value: '2011',
            from: '2011-01-01',
            to: '2011-12-31',
            precision: 'year',
            basis: 'stated',
          },
        ],
      },
      {
        id: 2,
        expressions: [
          expect.objectContaining({ text: 'June', value: 'XXXX-06', from: null, to: null, precision: null }),
        ],
      },
    ]);
  });

  test('takes them packed, from standard input, and with a reference for those without', async () => {
    const packed = await run({ file: fileOf('d.jsonl.gz', gzipSync(LINES)), reference: '2020-12-24' });
    expect(packed).toBe(await run({ reference: '2020-12-24' }, LINES));
    expect(parseLines(packed)).toMatchObject([
      { id: 'a', expressions: [{ value: '2021-06-14' }, {}] },
      { id: 2, expressions: [{ value: '2020-06' }] },
    ]);
  });

  test('reads any other text as one, for people or as JSON', async () => {
    const text = 'It rained in June 2011.\nIt snowed for two days, the day before yesterday.';
    expect(await run({ reference: '5 May 2021' }, new TextEncoder().encode(text))).toBe(
      '13-22  June 2011  DATE 2011-06  2011-06-01 to 2011-06-30\n' +
        '38-46  two days  DURATION P2D  not placed\n' +
        '48-72  the day before yesterday  DATE 2021-05-03  2021-05-03\n',
    );
    const [whole] = parseLines(await run({ file: fileOf('d.txt', text), json: true }));
    expect(whole).toMatchObject({ expressions: [{ text: 'June 2011' }, {}, {}] });
    expect(await run({}, 'Nothing here.')).toBe('No expression of time was found.\n');
  });

  test.each<[string, Partial<DatesCommand>, string, string]>([
    ['a missing file', { file: '/nowhere/d.txt' }, '', "/nowhere/d.txt can't be read"],
    ['a reference that is no day', { reference: 'soon' }, '', '--reference "soon" is not a day'],
    [
      'a line with such a reference',
      {},
      '{"id": 1, "reference": "2021-02-30", "text": ""}',
      'standard input:1: reference',
    ],
    ['a line without a text', {}, `${LINES}{"id": 3}`, 'standard input:3: text'],
    ['a line that is not JSON', {}, `${LINES}{"id`, 'standard input:3 is not JSON'],
  ])('says what is wrong: %s', async (_, command, input, message) => {
    await expect(run(command, input)).rejects.toThrow(message);
  });
});
