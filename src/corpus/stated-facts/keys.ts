/** What a source may say of its article. */
export type FactKey =
  | 'title'
  | 'publisher'
  | 'authors'
  | 'published'
  | 'url'
  | 'tags'
  | 'licence'
  | 'language';

/** Keys of other programs that say the same as ours, the surest first; case and `_`, `-` are no matter. */
const OTHERS: Readonly<Record<FactKey, string>> = {
  title: 'headline name heading',
  publisher: 'sitename site publication newspaper outlet journal magazine website sourcename source',
  authors: 'author byline creator writer writers by',
  published:
    'date datepublished publisheddate publishedat publishedon publishdate pubdate datepublish publicationdate dateposted issued',
  url: 'link sourceurl originalurl canonical canonicalurl externalurl weburl articleurl uri source',
  tags: 'tag keywords categories topics subjects',
  licence: 'license rights',
  language: 'lang locale',
};
/** Days on which an entry was made, which stand for the article's own when an export tells no other. */
const DAY_OF_ENTRY = 'createdat created createdutc timestamp time';

/** A key as it is compared: `date_published`, `datePublished` and `Date-Published` are one. */
export function foldKey(key: string): string {
  return key.toLowerCase().replace(/[_\-\s]/g, '');
}

/** The values of a record that may say this of its article, ours first. */
export function valuesFor(
  record: Readonly<Record<string, unknown>>,
  key: FactKey,
  isExport: boolean,
): { key: string; value: unknown }[] {
  const names = [
    key,
    ...OTHERS[key].split(' '),
    ...(isExport && key === 'published' ? DAY_OF_ENTRY.split(' ') : []),
  ];
  const own = Object.keys(record);
  return names.flatMap((name) => {
    const found =
      own.find((candidate) => candidate === name) ??
      own.find((candidate) => foldKey(candidate) === foldKey(name));
    const value = found === undefined ? undefined : record[found];
    return found === undefined || value === null || value === undefined ? [] : [{ key: found, value }];
  });
}

/** Whether a key says something of the article, in our word or another program's. */
export function isFactKey(key: string): boolean {
  const folded = foldKey(key);
  return Object.entries(OTHERS).some(([own, others]) => own === folded || others.split(' ').includes(folded));
}
