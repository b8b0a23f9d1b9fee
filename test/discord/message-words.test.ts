import { describe, expect, it } from 'vitest';
import { messageWords } from '../../src/discord/message-words.ts';

describe('messageWords', () => {
  it.each([
    ['The bridge was **built** in __1842__', 'The bridge was built in 1842'],
    [
      '<@123> look: <#5> <:smile:67> <t:1700000000:R> https://a.example/x who built it?',
      'look: who built it?',
    ],
    ['# Title\n> a quote\n- an item', 'Title a quote an item'],
    ['```js\ncode```', 'code'],
    ['3 * 4 and snake_case stay', '3 * 4 and snake_case stay'],
    ['https://only.example', ''],
    ['x'.repeat(2000), `${'x'.repeat(999)}…`],
  ])('%j → %j', (content, words) => {
    expect(messageWords(content, 1000)).toBe(words);
  });
});
