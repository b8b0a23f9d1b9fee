import { isWebAddress } from '../../metadata/metadata.ts';
import type { DumpElement } from './elements.ts';
import type { DumpArticle, SiteFacts } from './page-article.ts';

/** A page of a MediaWiki export that is an article: no redirect, and in the namespace of articles. */
export function mediawikiPage({ fields, attributes }: DumpElement, site: SiteFacts): DumpArticle | undefined {
  const title = fields.get('title')?.[0]?.trim() ?? '';
  const source = fields.get('revision/text')?.at(-1) ?? '';
  const model = fields.get('revision/model')?.at(-1)?.trim() ?? 'wikitext';
  const isArticle =
    (fields.get('ns')?.[0]?.trim() ?? '0') === '0' &&
    !attributes.has('redirect@title') &&
    model === 'wikitext';
  if (!isArticle || title === '' || /^\s*#redirect/i.test(source) || source.trim() === '') return undefined;
  // The address of the main page, with this page's name in its place.
  const folder = site.base?.slice(0, site.base.lastIndexOf('/') + 1);
  const url = folder === undefined ? undefined : folder + encodeURIComponent(title.replaceAll(' ', '_'));
  const publisher = site.name === undefined ? {} : { publisher: site.name };
  const address = url !== undefined && isWebAddress(url) ? { url } : {};
  return { metadata: { title, ...publisher, ...address, authors: [], tags: [] }, format: 'wikitext', source };
}
