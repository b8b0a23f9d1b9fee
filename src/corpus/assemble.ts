import { createHash } from 'node:crypto';
import type { Article, Block } from './article.ts';
import { type CleanOptions, cleanText, type DroppedLine, judgeLines } from './clean.ts';
import type { Draft } from './draft.ts';
import { knownExtension } from './files.ts';
import { flat } from './flat.ts';
import { CORPUS_LIMITS } from './limits.ts';
import { cutLines } from './structure/cut.ts';
import { withKinds } from './structure/kinds.ts';
import { baseName } from './structure/title.ts';

/** An article as the corpus holds it, and what was left out of it. */
export interface Assembled {
  readonly article: Article;
  readonly dropped: readonly DroppedLine[];
  /** The source tells no title; the article goes by its file's name or its address. */
  readonly untitled: boolean;
}

/** Cleans a draft's text and gives the article its id (the path without its extension, or an export's address). */
export function assemble(draft: Draft, path: string, dropLines?: ReadonlySet<string>): Assembled {
  const { metadata } = draft;
  const title = metadata.title?.slice(0, CORPUS_LIMITS.titleLength);
  const { text, blocks, dropped } = clean(draft, {
    firstLine: draft.textLine,
    damaged: draft.damaged ?? false,
    ...(title === undefined ? {} : { title }),
    ...(dropLines === undefined ? {} : { dropLines }),
  });
  const base = path.slice(0, path.length - (knownExtension(path)?.length ?? 0));
  const article: Article = {
    id: flat(draft.fromExport ? (metadata.url ?? `${base}#${draft.ordinal ?? 1}`) : base),
    path,
    line: draft.line,
    title: flat(title ?? fallbackTitle(draft, base)),
    ...(metadata.publisher === undefined ? {} : { publisher: flat(metadata.publisher) }),
    authors: metadata.authors.map(flat),
    ...(metadata.url === undefined ? {} : { url: flat(metadata.url) }),
    ...(metadata.published === undefined ? {} : { published: metadata.published }),
    tags: metadata.tags.map(flat),
    text: flat(text),
    ...(blocks === undefined ? {} : { blocks }),
    hash: draft.hash ?? createHash('sha256').update(draft.text).digest('hex'),
  };
  return { article, dropped, untitled: title === undefined };
}

function clean(
  draft: Draft,
  options: CleanOptions,
): { text: string; blocks?: readonly Block[] | undefined; dropped: readonly DroppedLine[] } {
  if (draft.blocks === undefined) return cleanText(draft.text, options);
  const lines = draft.sourceLines ?? [];
  const cut = cutLines(draft.text, draft.blocks, judgeLines(draft.text, lines, options), lines);
  const blocks = withKinds(cut.text, cut.blocks);
  const plain = blocks.every(({ kind, context }) => kind === 'paragraph' && context.length === 0);
  return { ...cut, blocks: plain ? undefined : blocks };
}

function fallbackTitle(draft: Draft, base: string): string {
  if (draft.fromExport) return draft.metadata.url ?? `${base}, article ${draft.ordinal ?? 1}`;
  return baseName(base);
}
