import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/playground/people/person.ts';
import { startByHand } from './by-hand.ts';
import { complaints } from './client.ts';

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
const V2 = 1 << 15;
const ROW = { type: 1, components: [{ type: 2, style: 1, label: 'Press', custom_id: 'press' }] };

let hand: Awaited<ReturnType<typeof startByHand>>;
beforeEach(async () => {
  hand = await startByHand();
});
afterEach(() => hand.close());

describe('three seconds to acknowledge', () => {
  it('in time, without a body', async () => {
    const asked = await hand.ask();
    hand.clock.time += 3000;
    expect(await hand.callback(asked, 4, { content: 'hi' })).toEqual({
      status: 204,
      type: null,
      text: '',
      body: {},
    });
    expect((await asked.outcome()).acknowledgedAfter).toBe(3000);
  });

  it('too late: 10062, and the person reads that nothing came', async () => {
    const asked = await hand.ask();
    hand.clock.time += 3001;
    hand.playground.expire();
    expect((await asked.outcome()).failed).toBe('The application did not respond');
    expect(await hand.callback(asked, 4, { content: 'hi' })).toMatchObject({
      status: 404,
      body: { code: 10062 },
    });
    expect(hand.playground.asMember.messages()).toEqual([]);
  });

  it('too late by the clock alone', async () => {
    const asked = await hand.ask();
    hand.clock.time += 3001;
    expect((await hand.callback(asked, 5)).body.code).toBe(10062);
    expect((await asked.outcome()).failed).toBe('The application did not respond');
  });

  it('suggestions that come too late', async () => {
    let typing: Promise<unknown> = Promise.resolve();
    await hand.next(async () => {
      typing = hand.playground.asMember.autocomplete('ask', 'q', 'x');
      return typing;
    });
    hand.clock.time += 3001;
    hand.playground.expire();
    await expect(typing).rejects.toThrow('Loading options failed');
  });

  it('an unknown interaction', async () => {
    expect((await hand.callback({ id: '1', token: 'none' }, 4, { content: 'a' })).body).toEqual({
      message: 'Unknown interaction',
      code: 10062,
    });
  });
});

describe('one acknowledgement', () => {
  it('a second one: 40060', async () => {
    const asked = await hand.ask();
    await hand.callback(asked, 4, { content: 'one' });
    expect(await hand.callback(asked, 4, { content: 'two' })).toMatchObject({
      status: 400,
      body: { code: 40060 },
    });
  });

  it('a refused one does not count', async () => {
    const asked = await hand.ask();
    const refused = await hand.callback(asked, 4, { content: 'x'.repeat(2001) });
    expect(complaints(refused.body.errors)).toEqual(['data.content: BASE_TYPE_MAX_LENGTH']);
    expect((await hand.callback(asked, 4, { content: 'one' })).status).toBe(204);
  });

  it.each([
    ['a command can’t be answered with an update', 7],
    ['nor with a deferred update', 6],
    ['nor with suggestions', 8],
    ['nor with a pong', 1],
    ['nor with a type that does not exist', 99],
  ])('%s', async (_, type) => {
    const answer = await hand.callback(await hand.ask(), type, { content: 'a' });
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it('with_response returns what was made', async () => {
    const asked = await hand.ask();
    const answer = await hand.callback(asked, 4, { content: 'hi', flags: EPHEMERAL }, '?with_response=true');
    expect(answer).toMatchObject({
      status: 200,
      body: {
        interaction: {
          id: asked.id,
          type: 2,
          response_message_ephemeral: true,
          response_message_loading: false,
        },
        resource: { type: 4, message: { content: 'hi', flags: EPHEMERAL } },
      },
    });
  });
});

describe('fifteen minutes of the token', () => {
  it('before any answer there is nothing to edit', async () => {
    expect((await hand.rest('PATCH', hand.original(await hand.ask()), { content: 'a' })).body.code).toBe(
      10015,
    );
  });

  it('edits, reads, follows up and deletes', async () => {
    const asked = await hand.ask();
    await hand.callback(asked, 4, { content: 'one' });
    hand.clock.time += 14 * 60_000;
    expect((await hand.rest('PATCH', hand.original(asked), { content: 'two' })).body).toMatchObject({
      content: 'two',
    });
    expect((await hand.rest('GET', hand.original(asked))).body).toMatchObject({ content: 'two' });
    const followUp = await hand.rest('POST', hand.hook(asked), { content: 'three', flags: EPHEMERAL });
    expect(followUp.body).toMatchObject({ content: 'three', flags: EPHEMERAL, type: 19 });
    const byId = `${hand.hook(asked)}/messages/${followUp.body.id}`;
    expect((await hand.rest('PATCH', byId, { content: 'four' })).body).toMatchObject({ content: 'four' });
    expect((await hand.rest('DELETE', byId)).status).toBe(204);
    expect((await hand.rest('GET', byId)).body.code).toBe(10008);
    expect((await hand.rest('DELETE', hand.original(asked))).status).toBe(204);
    expect((await hand.rest('GET', hand.original(asked))).body.code).toBe(10008);
  });

  it('then it is dead: 50027, and a thinking message says so', async () => {
    const asked = await hand.ask();
    await hand.callback(asked, 5);
    const outcome = await asked.outcome();
    expect(outcome.thinking).toBe(true);
    hand.clock.time += 15 * 60_000 + 1;
    expect(await hand.rest('PATCH', hand.original(asked), { content: 'a' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
    hand.playground.expire();
    expect(outcome.failed).toBe('The application did not respond');
    expect(
      (await hand.rest('GET', `/webhooks/${hand.playground.applicationId}/none/messages/@original`)).body
        .code,
    ).toBe(50027);
  });

  it('messages of other interactions are out of reach', async () => {
    const one = await hand.ask();
    await hand.callback(one, 4, { content: 'one' });
    const id = (await hand.rest('GET', hand.original(one))).body.id;
    const two = await hand.ask();
    await hand.callback(two, 4, { content: 'two' });
    expect((await hand.rest('PATCH', `${hand.hook(two)}/messages/${id}`, { content: 'a' })).body.code).toBe(
      10008,
    );
  });
});

describe('flags that can’t be taken back', () => {
  it('a deferral carries Ephemeral only', async () => {
    const answer = await hand.callback(await hand.ask(), 5, { flags: V2 });
    expect(complaints(answer.body.errors)).toEqual(['data.flags: MESSAGE_FLAGS_NOT_ALLOWED']);
  });

  it('what was public stays public', async () => {
    const asked = await hand.ask();
    await hand.callback(asked, 4, { content: 'a' });
    const answer = await hand.rest('PATCH', hand.original(asked), { content: 'b', flags: EPHEMERAL });
    expect(complaints(answer.body.errors)).toEqual(['flags: MESSAGE_FLAGS_NOT_ALLOWED']);
  });

  it('what was private stays private, whatever fills it', async () => {
    const asked = await hand.ask();
    await hand.callback(asked, 5, { flags: EPHEMERAL });
    const filled = await hand.rest('POST', hand.hook(asked), {
      components: [{ type: 10, content: 'a' }],
      flags: V2,
    });
    expect(filled.body.flags).toBe(EPHEMERAL | V2);
    expect((await hand.rest('GET', hand.original(asked))).body.id).toBe(filled.body.id);
    expect(hand.playground.asModerator.messages()).toEqual([]);
  });

  it('components V2 can be added when nothing else is left, never removed', async () => {
    const asked = await hand.ask();
    await hand.callback(asked, 4, { content: 'a' });
    const layout = { flags: V2, components: [{ type: 10, content: 'b' }] };
    const kept = await hand.rest('PATCH', hand.original(asked), layout);
    expect(complaints(kept.body.errors)).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
    expect((await hand.rest('PATCH', hand.original(asked), { ...layout, content: null })).body.flags).toBe(
      V2,
    );
    const back = await hand.rest('PATCH', hand.original(asked), { flags: 0, content: 'a', components: [] });
    expect(complaints(back.body.errors)).toEqual(['flags: MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG']);
    const content = await hand.rest('PATCH', hand.original(asked), { content: 'a' });
    expect(complaints(content.body.errors)).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
  });

  it('an edit can’t empty a message', async () => {
    const asked = await hand.ask();
    await hand.callback(asked, 4, { content: 'a' });
    expect((await hand.rest('PATCH', hand.original(asked), { content: '' })).body.code).toBe(50006);
    expect((await hand.rest('GET', hand.original(asked))).body.content).toBe('a');
  });
});

describe('buttons', () => {
  it('defer the update, then edit the message of the button', async () => {
    const asked = await hand.ask();
    await hand.callback(asked, 4, { content: 'a', components: [ROW] });
    const outcome = await asked.outcome();
    const pressed = await hand.next(async () => outcome.press('Press'));
    expect(hand.received.at(-1)).toMatchObject({ customId: 'press', message: { content: 'a' } });
    expect((await hand.callback(pressed, 6)).status).toBe(204);
    await hand.rest('PATCH', hand.original(pressed), { content: 'b' });
    expect(outcome.message?.content).toBe('b');
    const followUp = await hand.rest('POST', hand.hook(pressed), { content: 'c' });
    expect(followUp.body).toMatchObject({ message_reference: { message_id: outcome.message?.id } });
  });

  it('fail with words of their own', async () => {
    const asked = await hand.ask();
    await hand.callback(asked, 4, { content: 'a', components: [ROW] });
    const outcome = await asked.outcome();
    let pressed: Promise<Outcome> | undefined;
    await hand.next(async () => {
      pressed = outcome.press('Press');
      return pressed;
    });
    hand.clock.time += 3001;
    hand.playground.expire();
    expect((await pressed)?.failed).toBe('This interaction failed');
  });

  it('a deferral of a new message shows as thinking', async () => {
    const asked = await hand.ask();
    await hand.callback(asked, 5);
    expect((await asked.outcome()).message).toMatchObject({ content: '', flags: LOADING });
    await hand.rest('PATCH', hand.original(asked), { content: 'now' });
    expect((await asked.outcome()).message).toMatchObject({
      content: 'now',
      flags: 0,
      edited_timestamp: null,
    });
  });
});

it('without a bot everything fails at once', async () => {
  await hand.bot.close();
  await new Promise((resolve) => setImmediate(resolve));
  const outcome = await hand.playground.asMember.slash('ask');
  expect(outcome.failed).toBe('The application did not respond');
});
