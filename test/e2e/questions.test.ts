import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/discord/replies/escape-markdown.ts';
import { type RealBot, startRealBot } from './real-bot.ts';

const ASKED = 'who is Rami Al-Shaer';

/** As people paste it. */
const PASTED = [
  'Q: who is Rami Al-Shaer',
  'hey, who is Rami Al-Shaer please',
  '> who is Rami Al-Shaer',
  '**who is Rami Al-Shaer**',
  '<@123456789012345678> who is Rami Al-Shaer',
  '<t:1700000000:R> who is Rami Al-Shaer',
  '“who is Rami Al-Shaer”',
  '``` who is Rami Al-Shaer ```',
  '||who is Rami Al-Shaer||',
  '<:think:123456789012345678> who is Rami Al-Shaer',
  '\u200Ewho is Rami Al-Shaer',
  'ｗｈｏ ｉｓ Ｒａｍｉ Al-Shaer',
  'who is Ra\u00ADmi Al-Sha\u200Ber',
  'can you tell me who Rami Al-Shaer is',
  'I want to know who Rami Al-Shaer is',
  'does anyone know who Rami Al-Shaer is',
];

describe('a question as people paste it', () => {
  let real: RealBot;
  let plain: string;
  beforeAll(async () => {
    real = await startRealBot();
    plain = (await real.playground.asModerator.slash('ask', { question: ASKED })).text;
  });
  afterEach(() => {
    expect(real.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
  afterAll(() => real.close());

  it.each(PASTED)('with /ask: %j', async (question) => {
    const answer = await real.playground.asModerator.slash('ask', { question });
    expect(plain).toContain('advisor to the Russian foreign ministry');
    expect(answer.text).toBe(plain);
  });

  it('shows the question alone, and keeps it alone', async () => {
    const answer = await real.playground.asModerator.slash('ask', {
      question: '<@123456789012345678> hey, is the moon made of **green cheese**, please?',
    });
    expect(answer.text).toContain(`**${escapeMarkdown('is the moon made of green cheese?')}**`);
    const kept: string[] = [];
    for await (const [, value] of real.state.views.iterator?.(undefined) ?? [])
      kept.push(JSON.stringify(value));
    expect(kept.join('\n')).not.toContain('123456789012345678');
  });
});
