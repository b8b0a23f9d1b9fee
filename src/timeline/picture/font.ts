/** What a drawing needs to know of a font: which characters it has, and how wide they are. */
export interface FontMetrics {
  /** Has the font a glyph for this code point? */
  covers(codePoint: number): boolean;
  /** Width of a text in pixels at a font size; kerning and joined forms are not counted. */
  width(text: string, size: number): number;
}

/**
 * Reads the metrics of a TrueType font: the tables head, hhea, hmtx and cmap (formats 4 and 12) of the OpenType
 * specification. @throws RangeError when a table is missing
 */
export function readFontMetrics(font: Buffer): FontMetrics {
  const tables = new Map<string, number>();
  for (let at = 0; at < font.readUInt16BE(4); at++) {
    const record = 12 + 16 * at;
    tables.set(font.toString('latin1', record, record + 4), font.readUInt32BE(record + 8));
  }
  const table = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new RangeError(`The font has no table ${name}`);
    return offset;
  };
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const metricCount = font.readUInt16BE(table('hhea') + 34);
  const hmtx = table('hmtx');
  const glyphs = readCharacterMap(font, table('cmap'));
  const advance = (codePoint: number): number => {
    const glyph = glyphs.get(codePoint) ?? 0;
    return font.readUInt16BE(hmtx + 4 * Math.min(glyph, metricCount - 1)) / unitsPerEm;
  };
  return {
    covers: (codePoint) => glyphs.has(codePoint),
    width: (text, size) => {
      let sum = 0;
      for (const character of text) sum += advance(character.codePointAt(0) ?? 0);
      return sum * size;
    },
  };
}

function readCharacterMap(font: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at++) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + 8 * at + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 12) readFormat12(font, subtable, glyphs);
    else if (format === 4) readFormat4(font, subtable, glyphs);
  }
  return glyphs;
}

function readFormat12(font: Buffer, subtable: number, glyphs: Map<number, number>): void {
  for (let group = 0; group < font.readUInt32BE(subtable + 12); group++) {
    const at = subtable + 16 + 12 * group;
    const [first, last, glyph] = [
      font.readUInt32BE(at),
      font.readUInt32BE(at + 4),
      font.readUInt32BE(at + 8),
    ];
    for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first);
  }
}

function readFormat4(font: Buffer, subtable: number, glyphs: Map<number, number>): void {
  const doubleCount = font.readUInt16BE(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + doubleCount + 2;
  const deltas = starts + doubleCount;
  const offsets = deltas + doubleCount;
  for (let segment = 0; segment < doubleCount; segment += 2) {
    const [first, last] = [font.readUInt16BE(starts + segment), font.readUInt16BE(ends + segment)];
    const [delta, offset] = [font.readUInt16BE(deltas + segment), font.readUInt16BE(offsets + segment)];
    for (let code = first; code <= last && code < 0xffff; code++) {
      const indirect =
        offset === 0 ? code : font.readUInt16BE(offsets + segment + offset + 2 * (code - first));
      if (indirect !== 0) glyphs.set(code, (indirect + delta) & 0xffff);
    }
  }
}
