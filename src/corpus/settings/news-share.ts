import { open } from 'node:fs/promises';
import { type CorpusFile, knownExtension } from '../reading/list-files.ts';

const NEWS_DEFAULTS = {
  /** Files that are looked at, spread over the corpus. */
  sample: 80,
  /** Bytes of each. */
  head: 64 * 1024,
  /** From this share of dated pages on, a corpus is news. */
  share: 0.3,
} as const;

/** How much of a corpus is dated pages. */
export interface NewsShare {
  readonly dated: number;
  readonly looked: number;
  readonly isNews: boolean;
}

/** What pages, and texts saved from them, say of the day they came out. */
const DATED_PAGE =
  /article:published_time|datePublished|itemprop=["']?datePublished|name=["']?(?:date|pubdate|dc\.date|parsely-pub-date)\b|<time\b[^<>]{0,200}\bdatetime/i;
/** What a page leaves behind in a text copied from it: manuals and wikis have no share bar. */
const COPIED_PAGE =
  /^(?:\[ads?_\d+\]|share (?:this )?(?:on|via) (?:facebook|twitter|x|linkedin|whatsapp|email|pinterest|telegram)\b|leave a (?:comment|reply)$|post a comment$|related (?:posts|articles|stories):?$)/im;
const DATED_TEXT = /^(?:published|date)[ \t]*:[ \t]*["']?\d/m;

/**
 * Looks at some files whether they are dated pages: web pages and texts with a day of publication, texts copied from
 * pages with their share bars and adverts, exports and feeds. Manuals, wikis and rules are not. A file that can't be read counts as neither.
 */
export async function measureNews(files: readonly CorpusFile[]): Promise<NewsShare> {
  const step = Math.max(1, files.length / NEWS_DEFAULTS.sample);
  let dated = 0;
  let looked = 0;
  for (let at = 0; at < files.length && looked < NEWS_DEFAULTS.sample; at += step) {
    const file = files[Math.floor(at)];
    const isDated = file === undefined ? undefined : await isDatedPage(file);
    if (isDated === undefined) continue;
    looked++;
    if (isDated) dated++;
  }
  return { dated, looked, isNews: looked === 0 || dated >= looked * NEWS_DEFAULTS.share };
}

async function isDatedPage({ path, absolute }: CorpusFile): Promise<boolean | undefined> {
  switch (knownExtension(path)) {
    case '.jsonl':
    case '.jsonl.gz':
    case '.json':
    case '.xml':
    case '.rss':
    case '.atom':
      return true;
    case '.html':
    case '.htm':
      return matches(absolute, DATED_PAGE);
    case '.txt':
    case '.md':
    case '.markdown':
      return (await matches(absolute, DATED_TEXT, '---')) || matches(absolute, COPIED_PAGE);
    default:
      return false;
  }
}

async function matches(file: string, pattern: RegExp, opening = ''): Promise<boolean | undefined> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(NEWS_DEFAULTS.head),
      0,
      NEWS_DEFAULTS.head,
      0,
    );
    const head = buffer
      .subarray(0, bytesRead)
      .toString('latin1')
      .replace(/^\u00EF\u00BB\u00BF/, '');
    if (!head.startsWith(opening)) return false;
    return pattern.test(opening === '' ? head : head.slice(0, head.indexOf(`\n${opening}`, 3)));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined;
    throw cause;
  }
}
