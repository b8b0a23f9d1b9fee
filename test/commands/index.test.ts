import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { commandLines } from '../../src/discord/help/command-list.ts';
import { EN } from '../discord/words/all.ts';

describe('the list of commands', () => {
  it('holds every file of the folder', () => {
    const files = readdirSync(new URL('../../commands', import.meta.url)).filter(
      (name) => name.endsWith('.ts') && name !== 'index.ts',
    );
    expect(Object.keys(COMMANDS).sort()).toEqual(files.map((name) => `commands/${name}`).sort());
  });

  it('is what /help is made from', () => {
    expect(Object.values(COMMANDS).flatMap((command) => commandLines(command, EN))).toEqual(
      expect.arrayContaining([
        '**`/ask question [source] [from] [to] [sure] [private]`** Answers a question with a quote from the articles, and its source',
        '**Find a source** Looks in the articles for what a message says; only you see the answer (right-click a message → Apps)',
        '**`/help`** What this bot can do',
      ]),
    );
  });
});
