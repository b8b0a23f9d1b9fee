import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Playground } from '../../src/playground/playground-types.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { complaints, restClient } from './client.ts';
import { button, buttons, embed, link, option, row, select, times, V2, x } from './payloads.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.close());

const post = (body: unknown) =>
  restClient(playground)('POST', `/channels/${playground.channelId}/messages`, body);

describe('accepted', () => {
  const good: [string, object][] = [
    ['2000 characters', { content: x(2000) }],
    ['five buttons in a row', { content: 'a', components: [row(...buttons(5))] }],
    ['five rows', { content: 'a', components: times(5, (i) => row(button({ custom_id: `r${i}` }))) }],
    [
      'an emoji for a label',
      { content: 'a', components: [row(button({ label: undefined, emoji: { name: '⬅️' } }))] },
    ],
    ['nulls for what is left out', { content: 'a', components: [row(button({ emoji: null, url: null }))] }],
    [
      '25 options',
      { content: 'a', components: [row(select({ options: times(25, (i) => option(`o${i}`)) }))] },
    ],
    ['an embed at its limits', embed({ title: x(256), description: x(4096), footer: { text: x(1648) } })],
  ];
  it.each(good)('%s', async (_, body) => {
    const answer = await post(body);
    expect(answer.text).not.toContain('_errors');
    expect(answer.status).toBe(200);
  });
});

describe('kept', () => {
  it('without U+202E, in the content and in text displays', async () => {
    const text = (content: string) => ({ type: 10, content });
    const plain = await post({ content: 'a \u202Eb' });
    const layout = await post({ flags: V2, components: [text('a \u202Eb'), text('\u2068c\u2069')] });
    expect(plain.text).toContain('"content":"a b"');
    expect(layout.text).toContain('"content":"a b"');
    expect(layout.text).toContain('"content":"\u2068c\u2069"');
  });
});

describe('refused with 400, code 50035 and the path of the field', () => {
  const bad: [string, object, string][] = [
    ['2001 characters', { content: x(2001) }, 'content: BASE_TYPE_MAX_LENGTH'],
    ['content that is no text', { content: 7 }, 'content: STRING_TYPE_CONVERT'],
    [
      'six buttons in a row',
      { content: 'a', components: [row(...buttons(6))] },
      'components.0.components: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a button beside a select',
      { content: 'a', components: [row(button(), select())] },
      'components.0.components: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'two selects in a row',
      { content: 'a', components: [row(select(), select({ custom_id: 't' }))] },
      'components.0.components: BASE_TYPE_BAD_LENGTH',
    ],
    ['an empty row', { content: 'a', components: [row()] }, 'components.0.components: BASE_TYPE_BAD_LENGTH'],
    [
      'six rows',
      { content: 'a', components: times(6, (i) => row(button({ custom_id: `r${i}` }))) },
      'components: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a button without a row',
      { content: 'a', components: [button()] },
      'components.0.type: UNION_TYPE_CHOICES',
    ],
    [
      'a label of 81',
      { content: 'a', components: [row(button({ label: x(81) }))] },
      'components.0.components.0.label: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'no label and no emoji',
      { content: 'a', components: [row(button({ label: '' }))] },
      'components.0.components.0.label: BASE_TYPE_REQUIRED',
    ],
    [
      'an emoji that is none',
      { content: 'a', components: [row(button({ emoji: { name: 'x' } }))] },
      'components.0.components.0.emoji.name: COMPONENT_INVALID_EMOJI',
    ],
    [
      'a custom_id of 101',
      { content: 'a', components: [row(button({ custom_id: x(101) }))] },
      'components.0.components.0.custom_id: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'no custom_id',
      { content: 'a', components: [row(button({ custom_id: undefined }))] },
      'components.0.components.0.custom_id: BASE_TYPE_REQUIRED',
    ],
    [
      'a repeated custom_id',
      { content: 'a', components: [row(button()), row(button())] },
      'components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a link with a custom_id',
      { content: 'a', components: [row(link({ custom_id: 'go' }))] },
      'components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_AND_URL',
    ],
    [
      'a link without an address',
      { content: 'a', components: [row(link({ url: undefined }))] },
      'components.0.components.0.url: BASE_TYPE_REQUIRED',
    ],
    [
      'an address of 513',
      { content: 'a', components: [row(link({ url: `https://example.org/${x(493)}` }))] },
      'components.0.components.0.url: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a javascript: address',
      { content: 'a', components: [row(link({ url: 'javascript:alert(1)' }))] },
      'components.0.components.0.url: URL_TYPE_INVALID_SCHEME',
    ],
    [
      'an unknown style',
      { content: 'a', components: [row(button({ style: 9 }))] },
      'components.0.components.0.style: BASE_TYPE_CHOICES',
    ],
    [
      '26 options',
      { content: 'a', components: [row(select({ options: times(26, (i) => option(`o${i}`)) }))] },
      'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'no option',
      { content: 'a', components: [row(select({ options: [] }))] },
      'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'repeated option values',
      { content: 'a', components: [row(select({ options: [option('a'), option('a')] }))] },
      'components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'an option label of 101',
      { content: 'a', components: [row(select({ options: [{ label: x(101), value: 'a' }] }))] },
      'components.0.components.0.options.0.label: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'more values than options',
      { content: 'a', components: [row(select({ max_values: 3 }))] },
      'components.0.components.0.max_values: SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
    ],
    ['11 embeds', { embeds: times(11, () => ({ title: 'a' })) }, 'embeds: BASE_TYPE_BAD_LENGTH'],
    ['an embed title of 257', embed({ title: x(257) }), 'embeds.0.title: BASE_TYPE_MAX_LENGTH'],
    [
      'an embed description of 4097',
      embed({ description: x(4097) }),
      'embeds.0.description: BASE_TYPE_MAX_LENGTH',
    ],
    [
      '26 fields',
      embed({ fields: times(26, () => ({ name: 'a', value: 'b' })) }),
      'embeds.0.fields: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an empty field value',
      embed({ fields: [{ name: 'a', value: ' ' }] }),
      'embeds.0.fields.0.value: BASE_TYPE_REQUIRED',
    ],
    [
      'a field value of 1025',
      embed({ fields: [{ name: 'a', value: x(1025) }] }),
      'embeds.0.fields.0.value: BASE_TYPE_MAX_LENGTH',
    ],
    [
      '6001 characters in two embeds',
      { embeds: [{ description: x(4000) }, { description: x(2001) }] },
      'embeds: MAX_EMBED_SIZE_EXCEEDED',
    ],
    [
      'an embed address that is none',
      embed({ title: 'a', url: 'example.org' }),
      'embeds.0.url: URL_TYPE_INVALID_SCHEME',
    ],
    [
      'an embed picture that was not sent',
      embed({ title: 'a', image: { url: 'attachment://a.png' } }),
      'embeds.0.image.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'an attachment that was not sent',
      { content: 'a', attachments: [{ id: 0, filename: 'a.png' }] },
      'attachments.0: ATTACHMENT_NOT_FOUND',
    ],
    ['a flag of somebody else', { content: 'a', flags: 1 << 7 }, 'flags: MESSAGE_FLAGS_NOT_ALLOWED'],
    ['an ephemeral channel message', { content: 'a', flags: 1 << 6 }, 'flags: MESSAGE_FLAGS_NOT_ALLOWED'],
    [
      'mentions allowed twice',
      { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
  ];
  it.each(bad)('%s', async (_, body, path) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    expect(complaints(answer.body.errors)).toContain(path);
  });
});

describe('refused in other ways', () => {
  it.each([
    ['nothing at all', {}],
    ['blank content', { content: ' \n ' }],
    ['an embed that shows nothing', embed({ color: 1 })],
    ['components V2 without a component', { flags: V2 }],
  ])('an empty message: %s', async (_, body) => {
    expect((await post(body)).body).toMatchObject({ code: 50006, message: 'Cannot send an empty message' });
  });

  it('JSON that is none, another content type, an unknown route, another version', async () => {
    const path = `${playground.apiUrl}/v10/channels/${playground.channelId}/messages`;
    const send = (type: string, body: string) =>
      fetch(path, {
        method: 'POST',
        headers: { authorization: `Bot ${playground.token}`, 'content-type': type },
        body,
      }).then((response) => response.json());
    expect(await send('application/json', '{')).toMatchObject({ code: 50109 });
    expect(await send('text/plain', '{}')).toMatchObject({ code: 50035 });
    expect((await restClient(playground)('GET', '/nowhere')).body).toEqual({
      message: '404: Not Found',
      code: 0,
    });
    expect((await restClient(playground)('PUT', `/channels/${playground.channelId}/messages`)).status).toBe(
      405,
    );
    const old = await fetch(`${playground.apiUrl}/v9/gateway/bot`);
    expect(await old.json()).toMatchObject({ code: 50041 });
  });

  it('a wrong token', async () => {
    const answer = await restClient(playground, 'wrong')('GET', '/users/@me');
    expect(answer).toMatchObject({ status: 401, body: { code: 0, message: '401: Unauthorized' } });
  });
});
