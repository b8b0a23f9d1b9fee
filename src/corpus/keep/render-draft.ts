import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Article, Problem } from '../article.ts';
import type { HeavyReader } from '../formats/heavy-reader.ts';
import { CORPUS_LIMITS } from '../limits.ts';
import { assemble } from '../reading/assemble-article.ts';
import { inspect, refusal } from '../reading/check-article.ts';
import { decodeText } from '../reading/decode.ts';
import type { Draft, Metadata } from '../reading/draft.ts';
import { knownExtension } from '../reading/list-files.ts';
import { readBytes, readCorpusFile } from '../reading/read-file.ts';
import type { ReadingRules } from '../settings/reading-rules.ts';
import { applyFacts } from './draft-facts.ts';
import { KeeperError, type PreviewArticle } from './keeper.ts';
import type { StoredDraft } from './kept-drafts.ts';
import { asTextFile } from './writing/as-text-file.ts';
import { baseName, fileNameOf } from './writing/file-name.ts';
import { withFrontMatter } from './writing/front-matter-text.ts';

/** A draft as the file that it will be, and what the corpus makes of that. */
export interface Rendered {
  /** Relative to the corpus folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly articles: readonly PreviewArticle[];
  readonly problems: readonly Problem[];
  readonly editable: boolean;
  /** It has the address of an article that stands elsewhere. */
  readonly taken?: boolean;
}

/** What a source file was read as. */
export interface SourceReading {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a file wherever it lies.
 * @param path what problems call it
 * @throws {KeeperError} `unreadable` when it holds more articles than can be held at once
 */
export async function readSource(absolute: string, path: string, heavy: HeavyReader): Promise<SourceReading> {
  const { size, mtimeMs } = await stat(absolute);
  const drafts: Draft[] = [];
  let length = 0;
  const problems: Problem[] = [];
  for await (const event of readCorpusFile({ path, absolute, size, modified: mtimeMs }, heavy)) {
    if ('problem' in event) problems.push(event.problem);
    if (!('draft' in event)) continue;
    drafts.push(event.draft);
    length += event.draft.text.length;
    if (drafts.length > CORPUS_LIMITS.previewArticles || length > CORPUS_LIMITS.previewLength) {
      throw new KeeperError(
        'unreadable',
        `The file holds too many articles to be shown here (more than ${CORPUS_LIMITS.previewArticles}, or too long ones). Split it, or put it into the corpus folder by hand.`,
      );
    }
  }
  return { drafts, problems };
}

/**
 * Works out what saving a draft would write. A single article becomes Markdown or plain text with front matter (a text
 * stays what it is, with its front matter revised); a file of many is taken as it is.
 * @throws {KeeperError} `bad-fact`
 */
export async function renderDraft(
  draft: StoredDraft,
  heavy: HeavyReader,
  rules: ReadingRules,
): Promise<Rendered> {
  const base = baseName(draft.name);
  const { drafts, problems } = await readSource(draft.source, `${base || 'text'}${draft.extension}`, heavy);
  const [only] = drafts;
  const stem = base.slice(0, base.length - (knownExtension(base)?.length ?? 0));
  if (only === undefined || drafts.length > 1) {
    const path = `${fileNameOf(stem)}${draft.extension}`;
    const articles = drafts.map((each) => previewOf(each, path, rules));
    return { path, bytes: await readFile(draft.source), articles, problems, editable: false };
  }
  const url = only.metadata.url ?? draft.url;
  const metadata = applyFacts({ ...only.metadata, ...(url === undefined ? {} : { url }) }, draft.facts);
  const plain = isPlain(draft.extension);
  const { extension, bytes } = plain
    ? { extension: draft.extension, bytes: await withFacts(draft, metadata) }
    : await asTextFile(only, metadata, heavy);
  const path = `${fileNameOf(metadata.title, stem)}${extension}`;
  const read = await readBytes(bytes, path, heavy);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const previews = read.drafts.map((each) => previewOf({ ...each, hash }, path, rules));
  // What front matter said wrongly has been put right by writing it anew.
  const ours = plain ? read.problems : [...problems, ...read.problems];
  const [article] = previews;
  if (article === undefined) return { path, bytes, articles: [], problems: ours, editable: true };
  const articles = [{ ...article, problems: [...ours, ...article.problems] }];
  return { path, bytes, articles, problems: [], editable: true };
}

/** A plain text with its front matter revised. */
async function withFacts({ source, name }: StoredDraft, metadata: Metadata): Promise<Uint8Array> {
  return Buffer.from(withFrontMatter(decodeText(await readFile(source), name).text, metadata));
}

export function isPlain(extension: string): boolean {
  return ['.txt', '.md', '.markdown'].includes(extension);
}

function previewOf(draft: Draft, path: string, rules: ReadingRules): PreviewArticle {
  const refused = refusal(draft, path);
  if (refused !== undefined) {
    const article: Article = { ...assemble({ ...draft, text: '' }, path).article, text: '' };
    return { article, dropped: [], problems: [refused] };
  }
  const assembled = assemble(draft, path, rules);
  return { article: assembled.article, dropped: assembled.dropped, problems: inspect(assembled) };
}
