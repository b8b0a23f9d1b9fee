import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ApiError, errorTree } from '../../src/playground/shapes/api-error.ts';
import { compareSnowflakes, createSnowflakes, snowflakeTime } from '../../src/playground/shapes/snowflake.ts';
import { address, check, dropNulls, text } from '../../src/playground/validate/form.ts';
import { CREATE_FLAGS, checkMessage } from '../../src/playground/validate/message.ts';
import { normalizeFileName } from '../../src/playground/world/attached-files.ts';
import { createDeadlines } from '../../src/playground/world/deadlines.ts';
import { imageSize } from '../../src/playground/world/image-size.ts';
import { pings } from '../../src/playground/world/mentions.ts';

describe('snowflakes', () => {
  it('carry their time and grow, even when the clock stands still or goes back', () => {
    const times = [1_700_000_000_000, 1_700_000_000_000, 1_600_000_000_000, 1_800_000_000_000];
    const make = createSnowflakes(() => times.shift() ?? 0);
    const made = [make(), make(), make(), make()];
    expect(snowflakeTime(made[0] ?? '')).toBe(1_700_000_000_000);
    expect(snowflakeTime(made[3] ?? '')).toBe(1_800_000_000_000);
    expect(made.toSorted(compareSnowflakes)).toEqual(made);
    expect(new Set(made).size).toBe(4);
  });
});

describe('deadlines', () => {
  it('run what is due by the clock, once, unless cancelled', () => {
    let now = 0;
    const ran: string[] = [];
    const deadlines = createDeadlines(() => now);
    deadlines.at(10, () => ran.push('ten'));
    deadlines.at(20, () => ran.push('twenty'));
    const cancel = deadlines.at(15, () => ran.push('never'));
    deadlines.run();
    now = 19;
    cancel();
    deadlines.run();
    deadlines.run();
    expect(ran).toEqual(['ten']);
    deadlines.close();
    now = 99;
    deadlines.run();
    expect(ran).toEqual(['ten']);
  });
});

describe('form errors', () => {
  it('nest by path', () => {
    const complaint = { code: 'C', message: 'm' };
    expect(
      errorTree([
        { path: ['a', 0, 'b'], ...complaint },
        { path: ['a'], ...complaint },
      ]),
    ).toEqual({
      a: { 0: { b: { _errors: [complaint] } }, _errors: [complaint] },
    });
  });

  it.each([
    [text(1, 3), 'abcd', 'BASE_TYPE_MAX_LENGTH'],
    [text(1, 3), '  ', 'BASE_TYPE_REQUIRED'],
    [text(2, 3), 'a', 'BASE_TYPE_MIN_LENGTH'],
    [text(1, 3), undefined, 'BASE_TYPE_REQUIRED'],
    [text(1, 3), 7, 'STRING_TYPE_CONVERT'],
    [z.int().max(3), 4, 'NUMBER_TYPE_MAX'],
    [z.int().min(3), 2, 'NUMBER_TYPE_MIN'],
    [z.array(z.int()).max(1), [1, 2], 'BASE_TYPE_BAD_LENGTH'],
    [z.array(z.int()), {}, 'LIST_TYPE_CONVERT'],
    [address(20, ['https']), 'https://', 'URL_TYPE_INVALID_URL'],
    [address(20, ['https']), 'ftp://example.org', 'URL_TYPE_INVALID_SCHEME'],
  ])('%# have Discord’s codes', (schema, value, code) => {
    const attempt = () => check<unknown>(z.object({ field: schema }), { field: value });
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 50035,
        errors: { field: { _errors: [expect.objectContaining({ code })] } },
      }),
    );
  });

  it('text is counted in UTF-16 units', () => {
    expect(check(text(1, 2), '😀')).toBe('😀');
    expect(() => check(text(1, 1), '😀')).toThrow();
  });

  it('nulls are left out at every depth', () => {
    expect(dropNulls({ a: null, b: [{ c: null, d: 0 }] })).toEqual({ b: [{ d: 0 }] });
  });
});

describe('whatever a bot sends', () => {
  const part = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.constantFrom<unknown>(
        1,
        2,
        3,
        4,
        9,
        10,
        11,
        12,
        13,
        14,
        17,
        'attachment://a',
        null,
        'x'.repeat(5000),
      ),
      fc.array(tie('value'), { maxLength: 4 }),
      tie('object'),
    ),
    object: fc.dictionary(
      fc.constantFrom(
        'type',
        'components',
        'accessory',
        'content',
        'items',
        'media',
        'custom_id',
        'style',
        'options',
      ),
      tie('value'),
      { maxKeys: 6 },
    ),
  })).object;

  it('is taken or refused in order, never a surprise', () => {
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 4 }),
        fc.constantFrom(0, 1 << 15, 1 << 6, -1),
        (components, flags) => {
          try {
            checkMessage({ content: 'a', components, flags }, { allowedFlags: CREATE_FLAGS });
          } catch (error) {
            expect(error).toBeInstanceOf(ApiError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('file names', () => {
  it.each([
    ['chart.png', 'chart.png'],
    ['my chart (1).png', 'my_chart_1_.png'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\files\\a.txt', 'a.txt'],
    ['Café.txt', 'Cafe.txt'],
    ['...', 'unknown'],
    ['', 'unknown'],
  ])('%j becomes %j', (name, expected) => {
    expect(normalizeFileName(name)).toBe(expected);
  });

  it('are harmless whatever comes in, and stay as they are the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const clean = normalizeFileName(name);
        expect(clean).toMatch(/^[\w.-]+$/);
        expect(normalizeFileName(clean)).toBe(clean);
      }),
    );
  });
});

describe('picture sizes', () => {
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
  it.each([
    ['PNG', bytes('89504e470d0a1a0a 0000000d 49484452 00000140 000000f0'), { width: 320, height: 240 }],
    ['GIF', bytes('474946383961 4001 f000'), { width: 320, height: 240 }],
    ['JPEG', bytes('ffd8 ffe00004abcd ffc0000b08 00f0 0140 03'), { width: 320, height: 240 }],
    ['a cut JPEG', bytes('ffd8 ffe0'), undefined],
    ['text', new TextEncoder().encode('hello'), undefined],
    ['nothing', new Uint8Array(), undefined],
  ])('%s', (_, data, size) => {
    expect(imageSize(data)).toEqual(size);
  });

  it('never fail, whatever the bytes', () => {
    const start = fc.constantFrom('89504e47', '47494638', 'ffd8ffe0', 'ffd8ffc0', '');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 40 }), (head, tail) => {
        imageSize(Uint8Array.from([...Buffer.from(head, 'hex'), ...tail]));
      }),
    );
  });
});

describe('who is pinged', () => {
  const user = (id: string) => ({ id, username: id, global_name: null, discriminator: '0', avatar: null });
  const context = { users: [user('1'), user('2')], roles: ['9'], everyone: true };
  const who = (content: string, allowed?: Parameters<typeof pings>[1], more = {}) => {
    const { users, roles, everyone } = pings([content], allowed, { ...context, ...more });
    return [...users.map(({ id }) => id), ...roles, ...(everyone ? ['everyone'] : [])].join(' ');
  };
  const ALL = '<@1> <@!2> <@&9> @everyone <@7>';

  it.each([
    ['everybody, when nothing is said', ALL, undefined, '1 2 9 everyone'],
    ['nobody, with an empty list', ALL, { parse: [] }, ''],
    ['users only', ALL, { parse: ['users' as const] }, '1 2'],
    ['one user by id', ALL, { users: ['2'] }, '2'],
    ['one role by id', ALL, { roles: ['9'] }, '9'],
    ['@here as @everyone', 'hey @here', { parse: ['everyone' as const] }, 'everyone'],
    ['nobody who is not mentioned', 'hello', { users: ['1'] }, ''],
    ['nobody from code', '`<@1>` ```\n<@2> @everyone```', undefined, ''],
  ])('%s', (_, content, allowed, expected) => {
    expect(who(content, allowed)).toBe(expected);
  });

  it('the author of the message that is replied to, unless told otherwise', () => {
    const repliedTo = user('1');
    expect(who('hi', undefined, { repliedTo })).toBe('1');
    expect(who('hi', { parse: [] }, { repliedTo })).toBe('');
    expect(who('hi', { parse: [], replied_user: true }, { repliedTo })).toBe('1');
  });

  it('not everyone by somebody who may not', () => {
    expect(who('@everyone', undefined, { everyone: false })).toBe('');
  });
});
