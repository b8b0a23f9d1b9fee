import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/corpus/article.ts';
import { askFile, askOne } from '../../../src/terminal/commands/ask-command.ts';
import { fileOf, jsonLines, openSnapshot, parseLines, stringIo } from '../stage.ts';

const snapshot = openSnapshot();

describe('askOne', () => {
  test('prints the quote and its source', () => {
    const io = stringIo();
    askOne(snapshot, 'who is Ada Quill', { top: 3, json: false }, io);
    expect(io.printed()).toContain('“Ada Quill, the mayor of Osterby, reopened the old bridge on Monday.”');
    expect(io.printed()).toContain('— The old bridge reopens · The Harbour Post · 2021-08-05');
    expect(io.complained()).toBe('');
  });

  test('prints one line of JSON', () => {
    const io = stringIo();
    askOne(snapshot, 'how many passengers did the ferry carry', { top: 1, json: true }, io);
    expect(io.printed().match(/\n/g)).toHaveLength(1);
    expect(parseLines(io.printed())).toMatchObject([
      { answered: true, passages: [{ focus: '380,000', article: { id: 'ferry', publisher: null } }] },
    ]);
  });

  test.each<CalendarDate>(['2021-08-06', '2029-08-06'])('“this week” of %s finds what there is', (asked) => {
    const io = stringIo();
    askOne(snapshot, 'who reopened the bridge this week', { top: 1, json: true, asked }, io);
    expect(io.printed()).toContain('Ada Quill, the mayor of Osterby, reopened the old bridge');
  });

  test('shows no more passages than asked for', () => {
    const io = stringIo();
    askOne(snapshot, 'bridge of Osterby', { top: 1, json: true }, io);
    expect(parseLines(io.printed())).toMatchObject([{ passages: [expect.anything()] }]);
  });
});

describe('askFile', () => {
  const questions = jsonLines(
    { id: 'q1', question: 'who is Ada Quill' },
    { id: 2, question: 'hello there', asked: '2021-08-06' },
  );

  test('answers every question with its id, a line each', async () => {
    const io = stringIo();
    await askFile(snapshot, fileOf('q.jsonl', questions), { top: 2, json: true }, io);
    expect(parseLines(io.printed())).toMatchObject([
      { id: 'q1', question: 'who is Ada Quill', answered: true },
      { id: 2, question: 'hello there', answered: false },
    ]);
  });

  test('prints question and answer for people', async () => {
    const io = stringIo();
    await askFile(snapshot, fileOf('q.jsonl', questions), { top: 1, json: false }, io);
    expect(io.printed()).toMatch(/^q1 {2}who is Ada Quill\n“Ada Quill, the mayor/);
    expect(io.printed()).toContain('2  hello there\nNo answer');
  });

  test('names the line it can’t read', async () => {
    const path = fileOf('q.jsonl', `${questions}{"id": 3}\n`);
    await expect(askFile(snapshot, path, { top: 1, json: true }, stringIo())).rejects.toThrow(
      'q.jsonl:3: question',
    );
  });

  test('names a day that is none', async () => {
    const path = fileOf('q.jsonl', jsonLines({ id: 1, question: 'who is Ada Quill', asked: '2021-02-30' }));
    await expect(askFile(snapshot, path, { top: 1, json: true }, stringIo())).rejects.toThrow(
      'q.jsonl:1: asked',
    );
  });
});
