import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detect } from '../../../src/corpus/encoding/detect.ts';
import { ungarbled } from '../../../src/corpus/encoding/garbled.ts';
import { decodeText } from '../../../src/corpus/reading/decode.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));

/** Bytes of a set with one byte for each character, out of the decoder's own table. */
function encode(text: string, set: string): Uint8Array {
  const table = new TextDecoder(set).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (character) => table.indexOf(character));
}

test.each([
  ['The café was shut, and Koçak said “no” to it. It’s naïve.', 'windows-1252', 'Windows-1252'],
  ['It cost £3.2m, or €4m – a “sum” that the owners didn’t like.', 'windows-1252', 'Windows-1252'],
  ['Prices rose by ½ and fell by ¼ on 3° days.', 'windows-1252', 'Windows-1252'],
  ['Die Fähre lief vor dem Morgengrauen auf Grund. Größe, Übung.', 'windows-1252', 'Windows-1252'],
  ['Wałęsa spoke in Łódź and in Gdańsk on Monday.', 'iso-8859-2', 'ISO 8859-2'],
  ['Wałęsa spoke in Łódź, “and the crowd” listened to him.', 'windows-1250', 'Windows-1250'],
  ['Příliš žluťoučký kůň úpěl ďábelské ódy.', 'iso-8859-2', 'ISO 8859-2'],
  ['The word for harbour is гавань, and a ferry is паром.', 'windows-1251', 'Windows-1251'],
  ['Они ждали в порту весь день, и паром не пришёл.', 'koi8-r', 'KOI8-R'],
  ['Το πλοίο προσάραξε πριν από την αυγή στο λιμάνι.', 'iso-8859-7', 'ISO 8859-7'],
])('%s in %s', (text, set, name) => {
  const found = detect(encode(text, set));
  expect(found?.text).toBe(text);
  expect(found?.name).toContain(name);
});

test.each([
  ['GB18030', '渡轮在黎明前搁浅', 'b6c9c2d6d4dac0e8c3f7c7b0b8e9c7b3'],
  ['GB18030', 'The ferry 渡轮 sank.', '54686520666572727920b6c9c2d62073616e6b2e'],
  ['Shift JIS', 'The フェリー sank.', '5468652083748346838a815b2073616e6b2e'],
  [
    'EUC-JP',
    'フェリーは夜明け前に座礁し、乗客四十一人は全員救助された。',
    'a5d5a5a7a5eaa1bca4cfccebccc0a4b1c1b0a4cbbac2becca4b7a1a2bee8b5d2bbcdbdbdb0ecbfcda4cfc1b4b0f7b5dfbdf5a4b5a4eca4bfa1a3',
  ],
])('%s: %s', (name, text, bytes) => {
  const found = detect(hex(bytes));
  expect(found?.text).toBe(text);
  expect(found?.name).toContain(name);
});

test('what was assumed is said', () => {
  const { problems } = decodeText(encode('one\nŁódź is a town', 'iso-8859-2'), 'a.txt');
  expect(problems).toMatchObject([
    { severity: 'warning', line: 2, message: expect.stringContaining('ISO 8859-2') },
  ]);
});

/** Reads UTF-8 as Windows-1252, as many a program did. */
const garble = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

test.each([
  'It’s a café – “yes”, he said. £3',
  'naïve',
  'Łódź',
  '渡轮',
])('“%s” is put right when all of it can be', (text) => {
  expect(ungarbled(garble(text))).toBe(text);
  expect(ungarbled(garble(garble(text)))).toBe(text);
  expect(decodeText(new TextEncoder().encode(garble(text)), 'a.txt')).toMatchObject({
    text,
    problems: [{ severity: 'warning', message: expect.stringContaining('garbled') }],
  });
});

test.each(['It’s a café', 'plain', 'Ãnd', 'São Paulo’s cafés — 3 × 4'])('“%s” was not garbled', (text) => {
  expect(ungarbled(text)).toBeUndefined();
});

test('a text that is garbled in places stays, and that is said', () => {
  const text = `${garble('It’s here')}, and it’s there, 渡轮`;
  expect(decodeText(new TextEncoder().encode(text), 'a.txt')).toMatchObject({
    text,
    problems: [{ message: expect.stringContaining('stay as they are') }],
  });
});

test('sound UTF-8 is read as it is, whatever it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { text: read, problems } = decodeText(
        new TextEncoder().encode(`a${text.replaceAll('\0', '')}`),
        'a.txt',
      );
      if (problems.length === 0) expect(read).toBe(`a${text.replaceAll('\0', '')}`);
    }),
  );
});
