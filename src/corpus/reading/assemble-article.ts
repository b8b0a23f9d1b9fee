import { createHash } from 'node:crypto';
import { withoutInvisible } from '../../text/invisible.ts';
import type { Article, Block, Place } from '../article.ts';
import { type CleanOptions, cleanText, type DroppedLine, judgeLines } from '../cleaning/clean-text.ts';
import { CORPUS_LIMITS } from '../limits.ts';
import { addressOf, dayInPath } from '../settings/address.ts';
import type { FolderSettings } from '../settings/parse-settings.ts';
import type { ReadingRules } from '../settings/reading-rules.ts';
import { baseName, isMeaningless } from '../structure/article-title.ts';
import { withKinds } from '../structure/block-kinds.ts';
import { cutLines } from '../structure/cut-lines.ts';
import { shapeBlocks } from '../structure/plain-text-shape.ts';
import type { Draft } from './draft.ts';
import { flat } from './flat.ts';
import { knownExtension } from './list-files.ts';

/** An article as the corpus holds it, and what was left out of it. */
export interface Assembled {
  readonly article: Article;
  readonly dropped: readonly DroppedLine[];
  /** The source tells no title, and its file's name says nothing either. */
  readonly untitled: boolean;
}

/** Cleans a draft's text and gives the article its id (the path without its extension, or an export's address). */
export function assemble(
  draft: Draft,
  path: string,
  rules?: Pick<ReadingRules, 'dropLines' | 'settingsOf'>,
): Assembled {
  const settings: FolderSettings = rules?.settingsOf(path) ?? {};
  const { metadata } = draft;
  const stated = metadata.title?.slice(0, CORPUS_LIMITS.titleLength);
  const title = stated === undefined ? undefined : withoutInvisible(stated).trim() || undefined;
  const cleaned = clean(draft, {
    firstLine: draft.textLine,
    damaged: draft.damaged ?? false,
    ...(title === undefined ? {} : { title }),
    ...(rules === undefined ? {} : { dropLines: rules.dropLines }),
    news: settings.news ?? true,
  });
  const { text, blocks, places = [] } = cleaned;
  const dropped = [...cleaned.dropped, ...(draft.dropped ?? [])];
  const published = metadata.published ?? (draft.fromExport ? undefined : dayInPath(path));
  const { publisher, licence, language } = { ...settings, ...metadata };
  const url =
    metadata.url ?? (draft.fromExport ? undefined : addressOf(settings.address, path, metadata.permalink));
  const base = path.slice(0, path.length - (knownExtension(path)?.length ?? 0));
  const article: Article = {
    id: flat(draft.fromExport ? (metadata.url ?? `${base}#${draft.ordinal ?? 1}`) : base),
    path,
    line: draft.line,
    title: flat(title ?? fallbackTitle(draft, base)),
    authors: metadata.authors.map((name) => flat(withoutInvisible(name))),
    ...(publisher === undefined ? {} : { publisher: flat(withoutInvisible(publisher)) }),
    ...(licence === undefined ? {} : { licence: flat(licence) }),
    ...(language === undefined ? {} : { language: flat(language) }),
    ...(url === undefined ? {} : { url: flat(url) }),
    ...(published === undefined ? {} : { published }),
    tags: metadata.tags.map(flat),
    ...(settings.aliases === undefined ? {} : { aliases: settings.aliases }),
    text: flat(text),
    ...(blocks === undefined ? {} : { blocks }),
    ...(places.length === 0 ? {} : { places }),
    hash: draft.hash ?? createHash('sha256').update(draft.text).digest('hex'),
  };
  return {
    article,
    dropped,
    untitled: title === undefined && (draft.fromExport || isMeaningless(baseName(base))),
  };
}

function clean(
  draft: Draft,
  options: CleanOptions,
): {
  text: string;
  blocks?: readonly Block[] | undefined;
  places?: readonly Place[];
  dropped: readonly DroppedLine[];
} {
  if (draft.blocks === undefined) {
    const cleaned = cleanText(draft.text, options);
    return draft.shaped ? { ...cleaned, ...withBlocks(cleaned.text, shapeBlocks(cleaned.text)) } : cleaned;
  }
  const lines = draft.sourceLines ?? [];
  const cut = cutLines(draft.text, draft.blocks, judgeLines(draft.text, lines, options), lines, draft.places);
  return { ...cut, ...withBlocks(cut.text, cut.blocks) };
}

/** Running text under the title alone has no blocks. */
function withBlocks(text: string, shape: readonly Block[]): { blocks: readonly Block[] | undefined } {
  const blocks = withKinds(text, shape);
  const plain = blocks.every(
    ({ kind, context, label }) => kind === 'paragraph' && context.length === 0 && !label,
  );
  return { blocks: plain ? undefined : blocks };
}

function fallbackTitle(draft: Draft, base: string): string {
  if (draft.fromExport) return draft.metadata.url ?? `${base}, article ${draft.ordinal ?? 1}`;
  return baseName(base);
}
