import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseName, fileNameOf } from '../../../../src/corpus/keep/writing/file-name.ts';

describe('fileNameOf', () => {
  test.each([
    ['Storm closes Vellmark’s harbour', 'storm-closes-vellmarks-harbour'],
    ['Ärger in Łódź: “nie wieder!”', 'arger-in-łodz-nie-wieder'],
    ['北京日报', '北京日报'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\con', 'c-windows-con'],
    ['CON', 'article-con'],
    ['com1', 'article-com1'],
    ['.htaccess', 'htaccess'],
    ['a\u202Etxt.exe\u0000', 'a-txt-exe'],
    ['🦊🦊', 'article'],
    ['', 'article'],
  ])('%s → %s', (title, name) => {
    expect(fileNameOf(title)).toBe(name);
  });

  test('takes the first wish that gives a name', () => {
    expect(fileNameOf(undefined, '???', 'message')).toBe('message');
  });

  test('is always one safe part of a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const name = fileNameOf(title);
        expect(name).toMatch(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(110);
      }),
    );
  });

  test.each([
    ['a/b/c.md', 'c.md'],
    ['..\\..\\c.md', 'c.md'],
    ['c.md', 'c.md'],
  ])('the last part of %s is %s', (path, name) => expect(baseName(path)).toBe(name));
});
