const FILE_NAME_DEFAULTS = {
  /** Bytes of the name without its extension; file systems take 255, and a copy may want a suffix. */
  bytes: 100,
} as const;

/** Names that Windows keeps for devices, whatever follows the first full stop. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A file's name, without an extension, for a title or another file's name: lower-case letters and digits of any script
 * with single hyphens between them. It never has a path, a full stop, a control or an invisible character in it.
 * @param wishes the first that gives anything is taken
 */
export function fileNameOf(...wishes: readonly (string | undefined)[]): string {
  for (const wish of wishes) {
    const name = slug(wish ?? '');
    if (name !== '') return RESERVED.test(name) ? `article-${name}` : name;
  }
  return 'article';
}

/** The last part of a file's path as another system may write it. */
export function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}

function slug(text: string): string {
  const words = text
    .slice(0, 2000)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let name = '';
  for (const word of words) {
    const longer = name === '' ? word : `${name}-${word}`;
    if (Buffer.byteLength(longer) > FILE_NAME_DEFAULTS.bytes) break;
    name = longer;
  }
  return name === '' ? cut(words[0] ?? '') : name;
}

/** The begin of a very long word, never half a character. */
function cut(word: string): string {
  let name = '';
  for (const character of word) {
    if (Buffer.byteLength(name + character) > FILE_NAME_DEFAULTS.bytes) break;
    name += character;
  }
  return name;
}
