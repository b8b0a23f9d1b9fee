import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startByHand } from './by-hand.ts';
import { complaints } from './client.ts';

const ROW = { type: 1, components: [{ type: 2, style: 1, label: 'Press', custom_id: 'press' }] };

let hand: Awaited<ReturnType<typeof startByHand>>;
beforeEach(async () => {
  hand = await startByHand();
});
afterEach(() => hand.close());

describe('suggestions and forms are checked', () => {
  const completing = () => hand.next(() => hand.playground.asMember.autocomplete('ask', 'q', 'x'));
  const choice = (name: string, value: string | number) => ({ name, value });

  it.each([
    [
      '26 of them',
      Array.from({ length: 26 }, (_, i) => choice(`n${i}`, `v${i}`)),
      'data.choices: BASE_TYPE_BAD_LENGTH',
    ],
    ['an empty name', [choice('', 'a')], 'data.choices.0.name: BASE_TYPE_REQUIRED'],
    ['a name of 101', [choice('x'.repeat(101), 'a')], 'data.choices.0.name: BASE_TYPE_MAX_LENGTH'],
    ['a value of 101', [choice('a', 'x'.repeat(101))], 'data.choices.0.value: BASE_TYPE_MAX_LENGTH'],
    ['a number for a text', [choice('a', 1)], 'data.choices.0.value: STRING_TYPE_CONVERT'],
  ])('suggestions: %s', async (_, choices, path) => {
    const answer = await hand.callback(await completing(), 8, { choices });
    expect(complaints(answer.body.errors)).toEqual([path]);
  });

  const input = (more: object = {}) => ({ type: 4, custom_id: 'i', style: 1, ...more });
  const inRow = (more: object = {}) => ({ type: 1, components: [input({ label: 'Name', ...more })] });
  const labelled = (component: object, label = 'Name') => ({ type: 18, label, component });
  it.each([
    ['a title of 46', { title: 'x'.repeat(46), components: [inRow()] }, 'data.title: BASE_TYPE_MAX_LENGTH'],
    ['no component', { components: [] }, 'data.components: BASE_TYPE_BAD_LENGTH'],
    [
      'six components',
      { components: Array.from({ length: 6 }, (_, i) => inRow({ custom_id: `i${i}` })) },
      'data.components: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'the same field twice',
      { components: [inRow(), inRow()] },
      'data.components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a label of 46',
      { components: [labelled(input(), 'x'.repeat(46))] },
      'data.components.0.label: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a row’s input without a label',
      { components: [inRow({ label: undefined })] },
      'data.components.0.components.0.label: BASE_TYPE_REQUIRED',
    ],
    ['a button', { components: [ROW] }, 'data.components.0.components.0.type: BASE_TYPE_CHOICES'],
    [
      'lengths the wrong way round',
      { components: [inRow({ min_length: 5, max_length: 3 })] },
      'data.components.0.components.0.min_length: COMPONENT_INVALID_LENGTHS',
    ],
  ])('a form: %s', async (_, modal, path) => {
    const answer = await hand.callback(await hand.ask(), 9, { custom_id: 'm', title: 'Form', ...modal });
    expect(complaints(answer.body.errors)).toContain(path);
  });

  it('a form with labels, a text, a select and a file', async () => {
    const asked = await hand.ask();
    const answer = await hand.callback(asked, 9, {
      custom_id: 'm',
      title: 'Form',
      components: [
        labelled(input({ required: false })),
        { type: 10, content: 'Some words.' },
        labelled({ type: 3, custom_id: 's', options: [{ label: 'A', value: 'a' }] }, 'Letter'),
        labelled({ type: 19, custom_id: 'f' }, 'File'),
      ],
    });
    expect(answer.status).toBe(204);
    const opened = await asked.outcome();
    await expect(opened.submit({ Letter: ['b'], File: [] })).rejects.toThrow('no option "b"');
    await expect(opened.submit({ Letter: ['a'], File: [] })).rejects.toThrow('"File" needs at least 1');
    await hand.next(async () => opened.submit({ Letter: ['a'], File: [{ name: 'a.md', data: '# A' }] }));
    const submitted = hand.received.at(-1);
    if (!submitted?.isModalSubmit()) throw new Error('not a form');
    expect(submitted.fields.getStringSelectValues('s')).toEqual(['a']);
    expect(submitted.fields.getTextInputValue('i')).toBe('');
    expect(submitted.fields.getUploadedFiles('f')?.first()).toMatchObject({ name: 'a.md', size: 3 });
  });
});
