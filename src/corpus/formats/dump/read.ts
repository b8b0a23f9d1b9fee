import { createHash } from 'node:crypto';
import type { ReadEvent } from '../../reading/draft.ts';
import type { CorpusFile } from '../../reading/list-files.ts';
import type { ExportTools } from '../jsonl.ts';
import type { Parsed } from '../parse.ts';
import { type DumpElement, elementsOf } from './elements.ts';
import type { DumpKind } from './kind.ts';
import { mediawikiPage } from './mediawiki.ts';
import type { DumpArticle, SiteFacts } from './page-article.ts';
import { wordpressItem } from './wordpress.ts';

const ELEMENTS = { wordpress: 'item', mediawiki: 'page' } as const;
const TAKE: Readonly<Record<DumpKind, (element: DumpElement, site: SiteFacts) => DumpArticle | undefined>> = {
  wordpress: wordpressItem,
  mediawiki: mediawikiPage,
};

/**
 * Reads the export of a site article by article, however big it is; each text is read in the reading thread. Pages that
 * are no articles (drafts, attachments, redirects, talk) are passed over.
 */
export async function* readDump(
  file: CorpusFile,
  kind: DumpKind,
  { heavy, signal }: ExportTools,
): AsyncGenerator<ReadEvent> {
  let ordinal = 0;
  let seen = 0;
  for await (const element of elementsOf(file.absolute, ELEMENTS[kind], signal)) {
    yield { bytes: element.read };
    seen++;
    const article = TAKE[kind](element, siteFacts(element.outside));
    if (article === undefined) continue;
    ordinal++;
    const problem = (message: string, fix: string): ReadEvent => ({
      problem: { severity: 'error', path: file.path, line: element.line, message, fix },
    });
    if (element.tooLong) {
      yield problem('The article is too long; it is left out.', 'Leave it out of the export.');
      continue;
    }
    const bytes = new TextEncoder().encode(article.source);
    const { drafts, problems }: Parsed = await heavy.read({ format: article.format, bytes, path: file.path });
    for (const found of problems) yield { problem: { ...found, line: element.line } };
    const hash = createHash('sha256').update(bytes).update(JSON.stringify(article.metadata)).digest('hex');
    for (const draft of drafts) {
      if (draft.text.trim() === '') continue;
      const metadata = { ...draft.metadata, ...article.metadata };
      yield { draft: { ...draft, line: element.line, metadata, ordinal, fromExport: true, hash } };
    }
  }
  if (ordinal > 0) return;
  const message =
    seen === 0
      ? 'The export has no pages in it, or is no sound XML.'
      : 'The export has no published articles in it.';
  yield { problem: { severity: 'error', path: file.path, message, fix: 'Export the site again.' } };
}

function siteFacts(outside: ReadonlyMap<string, readonly string[]>): SiteFacts {
  const said = (name: string) => outside.get(name)?.[0]?.trim() || undefined;
  const [logins, names] = [outside.get('wp:author_login') ?? [], outside.get('wp:author_display_name') ?? []];
  const people = logins.flatMap((login, i) =>
    names[i] === undefined ? [] : [[login.trim(), names[i].trim()] as const],
  );
  return { name: said('sitename') ?? said('title'), base: said('base'), people: new Map(people) };
}
