import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createConversations } from '../../../src/discord/conversation/conversations.ts';
import { forgetPerson } from '../../../src/state/forget-person.ts';
import { openPeople } from '../../../src/state/person-tags.ts';
import { openState } from '../../../src/state/state.ts';

it('a conversation is one person’s in one channel, for a quarter of an hour, and can be forgotten', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-conversations-'));
  const state = openState(folder);
  let now = 0;
  const people = await openPeople(state);
  const conversations = createConversations({ store: state.conversations, people, now: () => now });
  const asked = { question: 'who captured Daraa?', answer: 'Ada Quill' };
  await conversations.remember('mia', 'hall', asked);
  expect([
    await conversations.last('mia', 'hall'),
    await conversations.last('mia', 'room'),
    await conversations.last('bo', 'hall'),
  ]).toEqual([asked, undefined, undefined]);
  now = 15 * 60 * 1000;
  expect(await conversations.last('mia', 'hall')).toBeUndefined();
  await conversations.remember('mia', 'hall', { question: 'why?' });
  await forgetPerson(state, people, 'mia');
  expect(await conversations.last('mia', 'hall')).toBeUndefined();
  await state.close();
  rmSync(folder, { recursive: true });
});
