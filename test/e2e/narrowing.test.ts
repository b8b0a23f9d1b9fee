import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RealBot, startRealBot } from './real-bot.ts';

const ARTICLES = {
  'post-2019': [
    'The Harbour Post',
    '2019-03-04',
    'The mayor of Osterby is Ada Quill. She opened the new bridge.',
  ],
  'post-2022': [
    'The Harbour Post',
    '2022-05-06',
    'The mayor of Osterby is Ben Tarn. He closed the new bridge.',
  ],
  'times-2022': [
    'Osterby Times',
    '2022-07-08',
    'The mayor of Osterby is Ben Tarn, said the council on Friday.',
  ],
  undated: ['Osterby Times', '', 'The lighthouse keeper of Osterby is Cora Vane. She lives alone.'],
} as const;
const WHO = 'who is the mayor of Osterby';

let bot: RealBot;
beforeAll(async () => {
  bot = await startRealBot();
  rmSync(bot.corpus, { recursive: true });
  mkdirSync(bot.corpus);
  for (const [name, [publisher, published, text]] of Object.entries(ARTICLES))
    writeFileSync(
      join(bot.corpus, `${name}.md`),
      `---\ntitle: News of ${name}\npublisher: ${publisher}\n${published && `published: ${published}\n`}---\n${text}\n`,
    );
  await bot.library.reload({ confirmed: true });
});
afterAll(() => bot.close());

const ask = (options: Readonly<Record<string, string | boolean>>) =>
  bot.playground.asModerator.slash('ask', { question: WHO, ...options });

describe('a question that is narrowed', () => {
  it.each([
    ['to an earlier time', { to: '2020' }, 'Ada Quill', 'Only published until 31 December 2020'],
    ['to a later time', { from: 'June 2022' }, 'council on Friday', 'Only published from 1 June 2022'],
    [
      'to a span',
      { from: '2019', to: '2019' },
      'Ada Quill',
      'Only published from 1 January 2019 · until 31 December 2019',
    ],
    ['to a publisher, as typed', { source: 'osterby times' }, 'council on Friday', 'Only Osterby Times'],
    ['to a publisher, as chosen', { source: '@Osterby Times' }, 'council on Friday', 'Only Osterby Times'],
    ['to an article, by its title', { source: 'News of post-2019' }, 'Ada Quill', 'Only News of post-2019'],
  ])('%s is answered from there, and says so', async (_, options, quoted, said) => {
    const answer = await ask(options);
    expect(answer.text).toContain(quoted);
    expect(answer.text).toContain(said);
    for (const other of ['Ada Quill', 'Ben Tarn'].filter((name) => !articlesWith(quoted).includes(name)))
      expect(answer.text).not.toContain(other);
  });

  it('finds nothing rather than something else, keeps no gap, and can be lifted', async () => {
    const answer = await ask({ source: 'News of undated', from: '2022' });
    expect(answer.text).toContain('Only News of undated · published from 1 January 2022');
    expect(answer.text).toMatch(/No answer/);
    const lifted = await answer.press('Ask all articles');
    await lifted.waitFor(({ text }) => text.includes('Ben Tarn'));
    expect(lifted.text).not.toContain('Only');
    expect((await bot.playground.asModerator.slash('corpus gaps')).text).not.toContain('mayor');
  });

  it('can ask for strong matches only', async () => {
    const weak = await bot.playground.asModerator.slash('ask', {
      question: 'why did the keeper close it',
      sure: true,
    });
    expect(weak.text).toContain('Only strong matches');
    expect(weak.text).toMatch(/No answer/);
  });

  it.each([
    [{ source: 'The Moon Gazette' }, 'No article and no publisher is called “The Moon Gazette”'],
    [{ source: 'News' }, 'No article and no publisher is called “News”, or more than one is'],
    [{ from: 'someday' }, 'someday'],
    [{ from: '2022', to: '2019' }, '2019'],
  ])('%j is explained to the asker alone', async (options, message) => {
    const answer = await ask(options);
    expect(answer.text).toContain(message);
    expect(answer.ephemeral).toBe(true);
  });

  it('is offered publishers and articles while a source is typed', async () => {
    const choices = await bot.playground.asModerator.autocomplete('ask', 'source', 'ost');
    expect(choices[0]).toEqual({ name: 'Osterby Times (publisher)', value: '@Osterby Times' });
    expect(
      choices
        .slice(1)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['News of times-2022 · Osterby Times · 2022-07-08', 'News of undated · Osterby Times']);
  });
});

/** Everybody whom the articles with these words name. */
function articlesWith(words: string): string {
  return Object.values(ARTICLES)
    .filter(([, , text]) => text.includes(words))
    .join();
}
