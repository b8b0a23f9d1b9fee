import { escapeUTF8 } from 'entities';
import type { JsonFeed } from 'feedsmith';
import { asWritten, firstMarkup, isText, namesOf, plain } from './entry-parts.ts';
import type { Feed } from './feed-entry.ts';

/** A JSON Feed 1.0 or 1.1, as the parser gives it. @param base see `parseFeed` */
export function jsonFeed(feed: JsonFeed.Feed<string>, base: string | undefined): Feed {
  const site = asWritten(feed.home_page_url, base);
  const people = namesOf(feed.authors ?? []);
  return {
    format: 'json',
    title: plain(feed.title),
    ...(site !== undefined && { site }),
    entries: (feed.items ?? []).map((item) => {
      const url = asWritten(item.url ?? item.external_url, feed.home_page_url, base);
      const whole = item.content_html ?? paragraphs(item.content_text);
      const { date_published: published, date_modified: updated } = item;
      return {
        ...(item.id !== undefined && { id: item.id }),
        ...(url !== undefined && { url }),
        title: plain(item.title),
        markup: firstMarkup(whole, paragraphs(item.summary)),
        whole: (whole ?? '').trim() !== '',
        published: [published, updated].filter(isText),
        ...(updated !== undefined && { updated }),
        people: [namesOf(item.authors ?? []), people],
        tags: item.tags ?? [],
      };
    }),
    pace: { skipHours: [], skipDays: [] },
  };
}

/** Plain text as HTML. */
function paragraphs(text: string | undefined): string | undefined {
  return text
    ?.split(/\n{2,}/)
    .map((part) => `<p>${escapeUTF8(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
}
