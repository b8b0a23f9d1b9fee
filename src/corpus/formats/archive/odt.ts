import type { Problem } from '../../article.ts';
import { UnreadableBytes } from '../../reading/decode.ts';
import type { Draft, Metadata } from '../../reading/draft.ts';
import { titleOf } from '../../structure/article-title.ts';
import { fragmentOutline, laidOut } from '../fragment.ts';
import { type DomElement, type DomRoot, parsePage, textOf } from '../html/dom.ts';
import { DroppedFromPage } from '../html/dropped.ts';
import { parseXml } from '../parse-xml.ts';
import { documentMetadata, soleArticle } from '../sole-article.ts';
import { archiveEntries, entryText } from './entries.ts';
import { officeHtml } from './odt-html.ts';

/** Reads an OpenDocument text. Comments, deleted and hidden text are left out; notes stand after their paragraph. */
export function readOdt(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
  const entries = archiveEntries(bytes, 'an OpenDocument text (.odt)', (name) =>
    /^(?:content|styles|meta)\.xml$/.test(name),
  );
  const content = entryText(entries, 'content.xml');
  const root = content === undefined ? undefined : parseXml(content);
  const body = root && elementNamed(root, 'office:text');
  if (root === undefined || body === undefined)
    throw new UnreadableBytes('The file is not an OpenDocument text (.odt).', 'Save it again, or as .txt.');
  const styles = parseXml(entryText(entries, 'styles.xml') ?? '<none/>');
  const page = parsePage(`<body>${officeHtml(body, [styles, root])}</body>`);
  const dropped = new DroppedFromPage();
  const outline = fragmentOutline(page.body ?? page, dropped);
  const stated = metadataOf(parseXml(entryText(entries, 'meta.xml') ?? '<none/>'));
  const title = stated.title ?? titleOf(outline, path);
  const metadata = { ...stated, ...(title === undefined ? {} : { title }) };
  return soleArticle(path, { metadata, ...laidOut(outline), dropped: dropped.lines });
}

function metadataOf(meta: DomRoot): Metadata {
  const said = (name: string): string => {
    const element = elementNamed(meta, name);
    return element === undefined ? '' : textOf(element);
  };
  return documentMetadata(
    said('dc:title'),
    said('meta:initial-creator') || said('dc:creator'),
    said('meta:creation-date') || said('dc:date'),
  );
}

function elementNamed(root: DomRoot, name: string): DomElement | undefined {
  for (const element of root.querySelectorAll('*'))
    if (element.nodeName.toLowerCase() === name) return element;
  return undefined;
}
