import { isWebAddress } from '../../metadata/metadata.ts';
import { parseCalendarDate } from '../../metadata/parse-day.ts';
import type { DumpElement } from './elements.ts';
import type { DumpArticle, SiteFacts } from './page-article.ts';

/** A post or page of a WordPress export that is published and has words in it. */
export function wordpressItem({ fields }: DumpElement, site: SiteFacts): DumpArticle | undefined {
  const said = (name: string) => fields.get(name)?.[0]?.trim() ?? '';
  const [status, type] = [said('wp:status'), said('wp:post_type')];
  const content = said('content:encoded');
  if (status !== 'publish' || !/^(?:post|page)$/.test(type) || content === '') return undefined;
  const [title, author, url] = [
    said('title'),
    said('dc:creator'),
    [said('link'), said('guid')].find(isWebAddress),
  ];
  const published = [said('wp:post_date'), said('pubDate')].map(parseCalendarDate).find(({ ok }) => ok);
  return {
    metadata: {
      ...(title === '' ? {} : { title }),
      ...(site.name === undefined ? {} : { publisher: site.name }),
      authors: author === '' ? [] : [site.people.get(author) ?? author],
      ...(url === undefined ? {} : { url }),
      ...(published?.ok ? { published: published.date } : {}),
      tags: (fields.get('category') ?? []).map((tag) => tag.trim()),
    },
    format: 'fragment',
    source: paragraphs(content),
  };
}

/** Old posts have no `<p>`: an empty line is one, and a line break stays. Comments that mark blocks, and shortcodes, go. */
function paragraphs(content: string): string {
  const captioned = withoutComments(content)
    .replace(/\[caption[^[\]]{0,400}\]/gi, '<figure><figcaption>')
    .replace(/\[\/caption\]/gi, '</figcaption></figure>');
  const bare = captioned.replace(/\[\/?[a-z][\w-]{1,30}(?:\s[^[\]]{0,1000})?\/?\]/g, '');
  if (/<p[\s>]/i.test(bare)) return bare;
  const parts = bare.replace(/\r\n?/g, '\n').split(/\n[ \t]{0,40}\n/);
  return parts
    .map((part) =>
      /^\s*<(?:h[1-6]|ul|ol|table|blockquote|figure|div|pre)[\s>]/i.test(part)
        ? part
        : `<p>${part.trim().replace(/\n/g, '<br>')}</p>`,
    )
    .join('\n');
}

function withoutComments(html: string): string {
  const [before = '', ...parts] = html.split('<!--');
  return (
    before + parts.map((part) => (part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : part)).join('')
  );
}
