import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCustomId, parseCustomId } from '../../../src/discord/routing/custom-id.ts';

describe('custom ids', () => {
  it.each([
    ['v1:ask:page:AbC-_1:2', { kind: 'current', scope: 'ask', action: 'page', args: ['AbC-_1', '2'] }],
    ['v1:help:close', { kind: 'current', scope: 'help', action: 'close', args: [] }],
    ['v0:ask:page', { kind: 'outdated' }],
    ['v99:anything', { kind: 'outdated' }],
    ['v1:ask', { kind: 'foreign' }],
    ['v1:ask:', { kind: 'foreign' }],
    ['vote', { kind: 'foreign' }],
    ['', { kind: 'foreign' }],
    ['v1:ask:page:a b', { kind: 'foreign' }],
  ])('%j', (text, parsed) => {
    expect(parseCustomId(text)).toEqual(parsed);
  });

  it('come back as they were made', () => {
    const part = fc.stringMatching(/^[\w-]{1,12}$/);
    fc.assert(
      fc.property(part, part, fc.array(part, { maxLength: 4 }), (scope, action, args) => {
        expect(parseCustomId(formatCustomId(scope, action, ...args))).toEqual({
          kind: 'current',
          scope,
          action,
          args,
        });
      }),
    );
  });

  it('never make the parser throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseCustomId(text)));
  });

  it.each([
    ['a part with a colon', ['ask', 'page', 'a:b']],
    ['an empty part', ['ask', '']],
    ['too long', ['ask', 'page', 'x'.repeat(100)]],
  ])('refuse %s', (_, [scope = '', action = '', ...args]) => {
    expect(() => formatCustomId(scope, action, ...args)).toThrow(RangeError);
  });
});
