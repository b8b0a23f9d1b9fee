import { ButtonStyle, ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { viewProblems } from '../../../src/discord/replies/check-view.ts';
import {
  button,
  buttonRows,
  container,
  note,
  textDisplay,
  type View,
} from '../../../src/discord/replies/view-parts.ts';

const ok = button('OK', 'v1:a:b');
const picture = { name: 'timeline.png', data: Buffer.from('png'), description: 'A timeline' };

function gallery(url: string, items = 1): View['components'][number] {
  return {
    type: ComponentType.MediaGallery,
    items: Array.from({ length: items }, () => ({ media: { url } })),
  };
}

describe('viewProblems', () => {
  it.each<[string, View]>([
    ['a note', note('hello')],
    ['4000 characters', { components: [textDisplay('x'.repeat(4000))] }],
    [
      'buttons in rows of five',
      { components: buttonRows([1, 2, 3, 4, 5, 6].map((n) => button(`${n}`, `v1:a:b:${n}`))) },
    ],
    ['an attached picture', { components: [gallery('attachment://timeline.png')], files: [picture] }],
  ])('%s can be sent', (_, view) => {
    expect(viewProblems(view)).toEqual([]);
  });

  it.each<[string, View, string]>([
    ['nothing', { components: [] }, 'components: none'],
    ['an empty text', note(' '), 'components[0].content: empty'],
    [
      'texts that are too long together',
      { components: [container(1, [textDisplay('x'.repeat(2001)), textDisplay('x'.repeat(2000))])] },
      'text: 4001 of at most 4000',
    ],
    ['a text of too many bytes', note('漢'.repeat(3400)), 'bytes of text: 10212 of at most 10170'],
    [
      '41 components',
      {
        components: [
          container(
            1,
            Array.from({ length: 40 }, () => textDisplay('x')),
          ),
        ],
      },
      'components: 41 of at most 40',
    ],
    ['an id used twice', { components: buttonRows([ok, ok]) }, 'custom_id: not unique'],
    [
      'six buttons in a row',
      {
        components: [
          {
            type: ComponentType.ActionRow,
            components: [1, 2, 3, 4, 5, 6].map((n) => button(`${n}`, `v1:a:${n}`)),
          },
        ],
      },
      'components[0].components: 6 of at most 5',
    ],
    [
      'a long label',
      { components: buttonRows([{ ...ok, label: 'x'.repeat(81) }]) },
      'components[0].components[0].label: 81 of at most 80',
    ],
    [
      'a long address of a button',
      {
        components: buttonRows([
          {
            type: ComponentType.Button,
            style: ButtonStyle.Link,
            label: 'x',
            url: `https://x.example/${'y'.repeat(500)}`,
          },
        ]),
      },
      'components[0].components[0].url: 518 of at most 512',
    ],
    [
      'a picture that is not attached',
      { components: [gallery('attachment://other.png')], files: [picture] },
      'components[0].items[0].media: no file "other.png"',
    ],
    [
      'eleven pictures',
      { components: [gallery('https://x.example/', 11)] },
      'components[0].items: 11 of at most 10',
    ],
    [
      'a huge file',
      { ...note('x'), files: [{ name: 'a', data: Buffer.alloc(10 * 1024 * 1024 + 1) }] },
      'file a: 10485761 of at most 10485760',
    ],
    ['two files of one name', { ...note('x'), files: [picture, picture] }, 'files: two have one name'],
    [
      'options of a select with one value',
      {
        components: [
          {
            type: ComponentType.ActionRow,
            components: [
              {
                type: ComponentType.StringSelect,
                custom_id: 'v1:a:b',
                options: [
                  { label: 'a', value: '1' },
                  { label: 'b', value: '1' },
                ],
              },
            ],
          },
        ],
      },
      'components[0].components[0].options: values not unique',
    ],
  ])('%s cannot', (_, view, problem) => {
    expect(viewProblems(view)).toEqual([problem]);
  });

  it('clips labels, so that they always can', () => {
    expect(button('x'.repeat(200), 'v1:a:b').label).toHaveLength(80);
  });
});
