/** What stands between a headline and the name of its site. */
const SEPARATORS = [
  ' - ',
  ' | ',
  ' – ',
  ' — ',
  ' :: ',
  ' • ',
  ' · ',
  ' » ',
  ' › ',
  ' / ',
  ' « ',
  ' ‹ ',
  ' ~ ',
  ' ⋆ ',
];

/** A title to compare: letters and digits in lower case. */
export function plainTitle(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether two titles name the same: one holds the other, or they share most of their words. */
export function titlesAgree(one: string, other: string): boolean {
  const [a, b] = [plainTitle(one), plainTitle(other)];
  if (a === '' || b === '') return false;
  if (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `)) return true;
  const [words, others] = [new Set(a.split(' ')), new Set(b.split(' '))];
  return words.intersection(others).size >= 0.6 * Math.max(words.size, others.size);
}

/**
 * A title without the name of its site: "Headline • BBC News" → "Headline", "Gazette | Headline" → "Headline".
 * @param sites what the site may be called
 * @param headings the page's own headings: a part of the title that is one of them is the headline
 */
export function withoutSite(
  title: string,
  sites: readonly string[],
  headings: readonly string[] = [],
): string {
  for (const separator of SEPARATORS) {
    const at = title.lastIndexOf(separator);
    if (at <= 0) continue;
    const parts = title.split(separator).map((part) => part.trim());
    const heading = parts.find((part) => headings.some((text) => plainTitle(text) === plainTitle(part)));
    const others = parts.filter((part) => part !== heading);
    if (heading !== undefined && others.length > 0 && others.every((part) => part.length <= 40))
      return heading;
    const [head, tail] = [title.slice(0, at).trim(), title.slice(at + separator.length).trim()];
    if (isSite(tail, sites)) return withoutSite(head, sites);
    const [opening = '', ...rest] = parts;
    if (rest.length > 0 && isSite(opening, sites))
      return title.slice(title.indexOf(separator) + separator.length).trim();
  }
  return title;
}

function isSite(part: string, sites: readonly string[]): boolean {
  const plain = plainTitle(part);
  return (
    plain !== '' &&
    sites.some((site) => {
      const name = plainTitle(site);
      return (
        name !== '' &&
        (` ${name} `.includes(` ${plain} `) || (plain.startsWith(name) && plain.length < name.length + 16))
      );
    })
  );
}
