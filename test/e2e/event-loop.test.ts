import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGaps } from '../../src/state/gaps.ts';
import { watchLoop } from './loop-watch.ts';
import { type RealBot, startRealBot } from './real-bot.ts';

/** Milliseconds for which nobody else is answered, at the worst. */
const WORST = 200;
/** What another program on the same cores may add to a thread's own time, by the caches that they share. */
const NOISE = 1.5;

/** A thousand characters of what once took seconds, minutes, or for ever. */
const fill = (before: string, piece: string, behind = '') =>
  before +
  piece
    .repeat(Math.ceil((990 - before.length - behind.length) / piece.length))
    .slice(0, 990 - before.length) +
  behind;

const QUESTIONS = [
  `who is X ${"h'".repeat(24)}q`,
  fill('who is', '\t', '?\n?x'),
  fill('who is ', 'http://'),
  fill('who is ', 'a@a.'),
  fill('', 'a '),
  fill('Who is ', 'A-'),
  fill('who is ', 'y'),
  fill('What is it since ', '. '),
  fill('how many ', 'Syria Russia '),
  fill('', '!'),
  fill('who is “', '” “'),
];

const ARTICLES = {
  'long-run.txt': `Ahhhh, said Ada Quill. A${'h'.repeat(20_000)} was heard. Nobody knows who Quill is.`,
  'marks.txt': `It rained. ${'!'.repeat(20_000)} Ada Quill is a mayor. ${'." '.repeat(10_000)}`,
  'address.txt': `Ada Quill, ${'http://'.repeat(3000)} is a mayor, said the paper about X.`,
  'words.txt': Array.from({ length: 5000 }, (_, i) => `word${i} ${'y'.repeat(i % 300)}`).join('\n'),
};

let bot: RealBot;
beforeAll(async () => {
  bot = await startRealBot();
  const lines = Array.from({ length: 1000 }, (_, i) =>
    JSON.stringify({
      url: `https://osterby.example/${i}`,
      title: `A day in Osterby ${i}: a b c d e f`,
      text: `Mayor Ada Quill${i % 50} opened bridge ${i} on Monday. It is a bridge in Osterby, said Rami Al-Shaer.`,
    }),
  );
  writeFileSync(join(bot.corpus, 'days.jsonl'), lines.join('\n'));
  await bot.library.reload({ confirmed: true });
  const gaps = createGaps({
    state: bot.state,
    days: 90,
    terms: (question) => bot.library.terms(question),
  });
  for (let i = 0; i < 1500; i++) {
    const words = `who is the mayor of Osterby and the bridge ${i} ${'x'.repeat(i % 40)}`;
    await gaps.record(words, 'no-answer', bot.playground.guildId);
  }
});
afterAll(() => bot.close());

it('everyone gets their turn while twenty members ask, and all the attacks run at once', async () => {
  const { asModerator } = bot.playground;
  const database = new DatabaseSync(join(bot.dataDir, 'footnote.sqlite'));
  const watch = watchLoop();
  database.exec('BEGIN IMMEDIATE');
  const asked = Array.from({ length: 20 }, (_, i) =>
    asModerator.slash('ask', { question: QUESTIONS[i % QUESTIONS.length] ?? '' }),
  );
  const typed = ['a '.repeat(3000), 'a'.repeat(6000), 'A-'.repeat(3000), '\t'.repeat(6000)].map((text) =>
    asModerator.autocomplete('ask', 'question', text).catch(() => []),
  );
  const gaps = asModerator.slash('corpus gaps');
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(bot.corpus, name), text);
  const reload = bot.library.reload({ confirmed: true });
  const answers = await Promise.all(asked);
  database.exec('ROLLBACK');
  database.close();
  await Promise.all([reload, gaps, ...typed]);
  for (const question of QUESTIONS) await asModerator.slash('ask', { question });
  watch.stop();
  expect(answers.map(({ failed }) => failed)).toEqual(answers.map(() => undefined));
  expect(watch.longest).toBeLessThan(WORST * NOISE);
}, 120_000);
