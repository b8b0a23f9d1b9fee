import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { replyTo, startChat } from '../../../src/terminal/commands/chat-command.ts';
import { openSnapshot } from '../stage.ts';

const snapshot = openSnapshot();
const say = (line: string) => replyTo(line, snapshot, { colour: false, asked: '2021-08-06' });

describe('replyTo', () => {
  test.each([
    ['a question', 'who is Ada Quill', '“Ada Quill, the mayor of Osterby'],
    ['/ask', '/ask who is Ada Quill', '“Ada Quill, the mayor of Osterby'],
    ['/ask as Discord writes it', '/ask question: who is Ada Quill', '“Ada Quill, the mayor of Osterby'],
    [
      'a pasted question',
      '> “Hey, can you tell me who A\u00ADda Qu\u200Bill is, please?”',
      '“Ada Quill, the mayor of Osterby',
    ],
    ['/ask without a question', '/ask', 'Ask a question in words'],
    ['/help', '/help', 'Type a question'],
    ['/sources', '/sources', '- The old bridge reopens\n- Ferry fares rise\n'],
    ['an unknown command', '/dance now', 'There is no /dance here. Type a question'],
  ])('%s', (_, line, expected) => {
    expect(say(line)).toContain(expected);
  });

  test('says nothing to an empty line', () => {
    expect(say('')).toBe('');
  });

  test.each(['/quit', '/exit'])('%s ends it', (line) => {
    expect(say(line)).toBeUndefined();
  });
});

describe('startChat', () => {
  async function chat(typed: string): Promise<string> {
    const input = new PassThrough();
    const output = new PassThrough();
    const shown = text(output);
    input.end(typed);
    await startChat({ library: { current: () => snapshot }, today: () => '2021-08-06', input, output });
    output.end();
    return shown;
  }

  test('greets, answers line by line and ends with the input', async () => {
    const shown = await chat('who is Ada Quill\n\nhow many passengers did the ferry carry\n');
    expect(shown).toMatch(/^2 articles, 3 sentences\. Type a question/);
    expect(shown.indexOf('Ada Quill, the mayor')).toBeGreaterThan(0);
    expect(shown.indexOf('carried 380,000 passengers')).toBeGreaterThan(
      shown.indexOf('Ada Quill, the mayor'),
    );
  });

  test('ends at /quit and leaves the rest unread', async () => {
    expect(await chat('/quit\nwho is Ada Quill\n')).not.toContain('Ada Quill');
  });

  test('answers a last line without its end', async () => {
    expect(await chat('who is Ada Quill')).toContain('Ada Quill, the mayor');
  });
});
