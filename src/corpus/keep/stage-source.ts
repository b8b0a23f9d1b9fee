import { looksLikeMarkdown } from '../formats/markdown/detect.ts';
import { looksLikeWikitext } from '../formats/wikitext/detect.ts';
import { CORPUS_LIMITS } from '../limits.ts';
import { EXTENSIONS, knownExtension } from '../reading/list-files.ts';
import { applyFacts } from './draft-facts.ts';
import { KeeperError, type Source } from './keeper.ts';
import type { Drafts } from './kept-drafts.ts';
import { baseName } from './writing/file-name.ts';

/** The bytes of a source, and what is remembered beside them. @throws {KeeperError} `unreadable` */
export function stageSource(source: Source): Parameters<Drafts['add']> {
  if (source.kind === 'text') {
    if (source.text.trim() === '')
      throw new KeeperError('unreadable', 'There is no text. Paste the article.');
    applyFacts({ authors: [], tags: [] }, source.facts ?? {});
    const text = source.text.toWellFormed();
    return [Buffer.from(text), { name: '', extension: extensionOf(text), facts: source.facts ?? {} }];
  }
  const name = baseName(source.name);
  const extension = knownExtension(name);
  if (extension === undefined) {
    throw new KeeperError(
      'unreadable',
      `There is no reader for this file. Give one of ${EXTENSIONS.join(' ')}.`,
    );
  }
  if (source.bytes.length > CORPUS_LIMITS.fileBytes) {
    const limit = CORPUS_LIMITS.fileBytes / 1024 / 1024;
    throw new KeeperError(
      'unreadable',
      `The file is too large; the limit is ${limit} MB. Put it into the folder by hand.`,
    );
  }
  const url = source.url === undefined ? {} : { url: source.url };
  return [source.bytes, { name: name.slice(-200).toWellFormed(), extension, ...url, facts: {} }];
}

/** A pasted text is Markdown only when it shows it: a star or a bracket of any other text is a word of its author. */
function extensionOf(text: string): '.md' | '.wiki' | '.txt' {
  if (looksLikeWikitext(text)) return '.wiki';
  return looksLikeMarkdown(text) ? '.md' : '.txt';
}
