import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../src/playground/index.ts';
import { openStage, type Stage } from './stage.ts';

const BUILT = 'when was the bridge built';
const QUOTE = '“The bridge was built in 1842.”';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function vote(person: Person, label: string): Promise<void> {
  stage.clock += 60_000;
  const answer = await stage.playground.asMember.slash('ask', { question: BUILT });
  if (answer.message === undefined) throw new Error('no message');
  await person.press(answer.message, label);
}

/** Votes are read again beside the answers. */
async function asked(): Promise<string> {
  stage.clock += 60_000;
  return (await stage.playground.asMember.slash('ask', { question: BUILT })).text;
}

it('three people move a passage down, which says so; moderators undo it', async () => {
  const { asMember, asModerator, asOwner } = stage.playground;
  await vote(asMember, 'Not helpful');
  await vote(asMember, 'Not helpful');
  await vote(asModerator, 'Not helpful');
  await asked();
  expect(await asked()).toContain(QUOTE);
  await vote(asOwner, 'Not helpful');
  await expect.poll(asked).not.toContain(QUOTE);
  const answer = await asMember.slash('ask', { question: BUILT });
  await answer.press('Other passages (1)');
  await answer.waitFor(({ text }) => text.includes('Moved by members’ votes'));
  expect(answer.text).toContain(QUOTE);
  expect(answer.text).toContain('3 people found this wrong');

  const gaps = await asModerator.slash('corpus gaps');
  await gaps.waitFor(({ text }) => text.includes('Moved by members’ votes'));
  const menu = gaps.components.find((one) => 'placeholder' in one && one.placeholder === 'Undo one of these');
  const values = menu !== undefined && 'options' in menu ? menu.options.map(({ value }) => value) : [];
  await gaps.choose('Undo one of these', values);
  await gaps.waitFor(({ text }) => !text.includes('Moved by members’ votes'));
  expect(await asked()).toContain(QUOTE);
  const status = await asModerator.slash('corpus status');
  await status.waitFor(({ text }) => text.includes('clear-votes: 3 votes'));
});

it('a question whose answer three people found right is offered first', async () => {
  const { asMember, asModerator, asOwner } = stage.playground;
  for (const person of [asMember, asModerator, asOwner]) await vote(person, 'Helpful');
  const offered = async () => {
    stage.clock += 60_000;
    return (await asMember.autocomplete('ask', 'question', 'bri')).map(({ name }) => name);
  };
  await expect.poll(async () => (await offered())[0]).toBe(BUILT);
  expect((await asMember.autocomplete('ask', 'question', 'zzz')).map(({ name }) => name)).not.toContain(
    BUILT,
  );
});
