import { expect, test } from 'vitest';
import { decodeText, UnreadableBytes } from '../../../src/corpus/reading/decode.ts';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ['UTF-8', new TextEncoder().encode('Ko\u00e7ak says \u201cyes\u201d')],
  ['UTF-8 with a mark', new TextEncoder().encode('\uFEFFKo\u00e7ak says \u201cyes\u201d')],
  ['UTF-16 with a mark', Buffer.from('\uFEFFKo\u00e7ak says \u201cyes\u201d', 'utf16le')],
  ['UTF-16 without a mark', Buffer.from('Ko\u00e7ak says \u201cyes\u201d', 'utf16le')],
  ['big-endian UTF-16', Buffer.from('\uFEFFKo\u00e7ak says \u201cyes\u201d', 'utf16le').swap16()],
])('%s is read', (_, bytes) => {
  expect(decodeText(bytes, 'a.txt')).toEqual({ text: 'Koçak says “yes”', problems: [] });
});

test('Windows-1252 is read with a warning that names the line', () => {
  expect(decodeText(latin1('one\nKo\u00e7ak says \u0093yes\u0094'), 'a.txt')).toEqual({
    text: 'one\nKoçak says “yes”',
    problems: [
      {
        severity: 'warning',
        path: 'a.txt',
        line: 2,
        message: 'The file is not UTF-8; it was read as Windows-1252 (Western European).',
        fix: 'Save it as UTF-8, and check that its accents and quotation marks are right.',
      },
    ],
  });
});

test('a character set that the file names itself is believed', () => {
  const cyrillic = Uint8Array.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]);
  expect(decodeText(cyrillic, 'a.html', 'windows-1251')).toEqual({ text: 'Москва', problems: [] });
  expect(decodeText(latin1('caf\u00e9'), 'a.html', 'no-such-set').problems).toHaveLength(1);
});

test('UTF-8 with broken bytes is kept as damaged, with an error that names the line', () => {
  const bytes = Buffer.concat([Buffer.from('Ko\u00e7ak\nsecond '), Uint8Array.from([0xff, 0x0a])]);
  const { damaged, problems, text } = decodeText(bytes, 'a.txt');
  expect({ damaged, text }).toEqual({ damaged: true, text: 'Koçak\nsecond \uFFFD\n' });
  expect(problems).toMatchObject([{ severity: 'error', line: 2 }]);
});

test.each([
  ['a PDF', latin1('%PDF-1.7 ...'), /looks like a PDF/],
  ['a ZIP', latin1('PK\u0003\u0004....'), /ZIP archive/],
  ['a picture', latin1('\u0089PNG\r\n'), /PNG picture/],
  ['zero bytes', Uint8Array.from([65, 0, 0, 66, 0, 67, 68, 69, 0]), /binary data/],
])('%s is refused', (_, bytes, message) => {
  expect(() => decodeText(bytes, 'a.txt')).toThrow(UnreadableBytes);
  expect(() => decodeText(bytes, 'a.txt')).toThrow(message);
});
