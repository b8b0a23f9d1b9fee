import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Playground } from '../../src/playground/playground-types.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { complaints, restClient } from './client.ts';
import { button, embed, link, picture, row, section, select, text, times, v2, x } from './payloads.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.close());

const post = (body: unknown) =>
  restClient(playground)('POST', `/channels/${playground.channelId}/messages`, body);

describe('components V2 accepted', () => {
  const good: [string, object][] = [
    ['4000 characters in text displays', v2(text(x(2000)), text(x(2000)))],
    ['40 components', v2(...times(40, (i) => text(`t${i}`)))],
    [
      'a container of everything',
      v2({
        type: 17,
        accent_color: 0x336699,
        components: [
          text('# Title'),
          section(3, { type: 11, ...picture() }),
          { type: 12, items: times(10, () => picture()) },
          { type: 14, spacing: 2 },
          row(button(), link()),
          row(select()),
        ],
      }),
    ],
  ];
  it.each(good)('%s', async (_, body) => {
    const answer = await post(body);
    expect(answer.text).not.toContain('_errors');
    expect(answer.status).toBe(200);
  });
});

describe('components V2 refused', () => {
  const bad: [string, object, string][] = [
    [
      'content beside components V2',
      { ...v2(text('a')), content: 'b' },
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'embeds beside components V2',
      { ...v2(text('a')), ...embed({ title: 'b' }) },
      'embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    ['components V2 without the flag', { components: [text('a')] }, 'components.0.type: UNION_TYPE_CHOICES'],
    [
      '41 components',
      v2({ type: 17, components: times(40, (i) => text(`t${i}`)) }),
      'components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      '4001 characters in text displays',
      v2(text(x(2000)), text(x(2001))),
      'components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    ['a blank text display', v2(text(' ')), 'components.0.content: BASE_TYPE_REQUIRED'],
    ['a section of four texts', v2(section(4)), 'components.0.components: BASE_TYPE_BAD_LENGTH'],
    [
      'a section in a section',
      v2({ type: 9, components: [section(1)], accessory: button() }),
      'components.0.components.0.type: BASE_TYPE_CHOICES',
    ],
    ['an empty gallery', v2({ type: 12, items: [] }), 'components.0.items: BASE_TYPE_BAD_LENGTH'],
    [
      'a gallery of 11',
      v2({ type: 12, items: times(11, () => picture()) }),
      'components.0.items: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a container in a container',
      v2({ type: 17, components: [{ type: 17, components: [text('a')] }] }),
      'components.0.components.0.type: UNION_TYPE_CHOICES',
    ],
    [
      'a colour out of range',
      v2({ type: 17, accent_color: 0x1000000, components: [text('a')] }),
      'components.0.accent_color: NUMBER_TYPE_MAX',
    ],
    [
      'a file by a web address',
      v2({ type: 13, file: { url: 'https://example.org/a.pdf' } }),
      'components.0.file.url: URL_TYPE_INVALID_SCHEME',
    ],
    [
      'a picture that was not sent',
      v2({ type: 12, items: [picture('attachment://a.png')] }),
      'components.0.items.0.media.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
  ];
  it.each(bad)('%s', async (_, body, path) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    expect(complaints(answer.body.errors)).toContain(path);
  });

  it('a section without an accessory', async () => {
    const answer = await post(v2({ type: 9, components: [text('a')] }));
    expect(complaints(answer.body.errors)).toHaveLength(1);
    expect(complaints(answer.body.errors)[0]).toMatch(/^components\.0\.accessory/);
  });

  it('text whose UTF-8 form is too large breaks Discord itself', async () => {
    expect((await post(v2(text('語'.repeat(3386))))).status).toBe(200);
    expect((await post(v2(text('語'.repeat(3387))))).status).toBe(500);
  });
});
