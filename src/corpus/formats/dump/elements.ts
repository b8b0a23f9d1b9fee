import { createReadStream } from 'node:fs';
import sax from 'sax';
import { CORPUS_LIMITS } from '../../limits.ts';

/** An element of an XML file that holds an article: the words of the elements in it, by their names. */
export interface DumpElement {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Values of attributes, by `element@attribute`. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  /** Of the file, where it begins, 1-based. */
  readonly line: number;
  /** What stands outside of such elements, up to here, by the elements' names. */
  readonly outside: ReadonlyMap<string, readonly string[]>;
  /** Its words are more than one article may have; they are cut. */
  readonly tooLong: boolean;
  /** Bytes of the file that have been read so far. */
  readonly read: number;
}

/** Characters that are kept of what stands outside. */
const OUTSIDE = 100_000;

/**
 * Reads an XML file element by element, with no more than a block and one element in memory, and the little that stands
 * outside of them.
 * @param name of the elements that hold an article each
 * @throws the file system's error; a mistake of the XML is passed over where something can be read behind it
 */
export async function* elementsOf(
  absolute: string,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<DumpElement> {
  const parser = new sax.SAXParser(true, { trim: false, position: true });
  const path: string[] = [];
  const done: DumpElement[] = [];
  let open:
    | { fields: Map<string, string[]>; attributes: Map<string, string[]>; line: number; size: number }
    | undefined;
  let words = '';
  const outside = new Map<string, string[]>();
  let room = OUTSIDE;
  const source = createReadStream(absolute);
  parser.onopentag = ({ name: tag, attributes }) => {
    path.push(tag);
    words = '';
    if (tag === name) open = { fields: new Map(), attributes: new Map(), line: parser.line + 1, size: 0 };
    for (const [key, value] of Object.entries(attributes))
      if (typeof value === 'string') push(open?.attributes, `${tag}@${key}`, value);
  };
  const addWords = (text: string) => {
    if (open === undefined) {
      if (words.length + text.length < OUTSIDE) words += text;
      return;
    }
    if (open.size > CORPUS_LIMITS.lineBytes) return;
    open.size += text.length;
    words += text;
  };
  parser.ontext = addWords;
  parser.oncdata = addWords;
  parser.onclosetag = (tag) => {
    path.pop();
    if (open === undefined) {
      room -= words.length + 1;
      if (room > 0 && words.trim() !== '') push(outside, tag, words);
      words = '';
      return;
    }
    if (tag === name) {
      const { fields, attributes, line, size } = open;
      done.push({
        fields,
        attributes,
        line,
        outside,
        tooLong: size > CORPUS_LIMITS.lineBytes,
        read: source.bytesRead,
      });
      open = undefined;
    } else if (words.trim() !== '')
      push(open.fields, path.at(-1) === name ? tag : `${path.at(-1)}/${tag}`, words);
    words = '';
  };
  parser.onerror = () => {
    parser.resume();
  };
  try {
    source.setEncoding('utf8');
    for await (const chunk of source) {
      signal?.throwIfAborted();
      parser.write(String(chunk));
      yield* done.splice(0);
    }
    parser.close();
    yield* done.splice(0);
  } finally {
    source.destroy();
  }
}

function push(map: Map<string, string[]> | undefined, key: string, value: string): void {
  const list = map?.get(key);
  if (list === undefined) map?.set(key, [value]);
  else list.push(value);
}
