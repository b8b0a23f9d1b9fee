import { foldWords, type Words } from '../../structure/outline.ts';
import { decodeEntities } from './entities.ts';
import { replaceEnclosed, splitBars } from './templates.ts';

/** Pages that a link puts somewhere else than into the text. */
const ELSEWHERE =
  /^:?(?:category|file|image|media|datei|bild|kategorie|fichier|archivo|template|translation|folder|special|[a-z]{2,3}(?:-[a-z]{2,8})?):/i;
const TAG = /<\/?[a-zA-Z][^<>]{0,600}>/g;
const EXTERNAL = /\[(?:https?:|ftp:|mailto:)?\/?\/?[^\s[\]]{1,800}(?: ([^[\]]{1,400}))?\]/g;
const ADDRESS_IN_BRACKETS = /^\[(?:https?:|ftp:|mailto:|\/\/)/;

/**
 * The words of a line of wikitext as its page shows them: emphasis, links and tags taken off, entities resolved.
 * Templates must be gone already.
 */
export function wikiWords(source: string, line?: number): Words {
  const shown = withoutMarkup(source);
  const text = foldWords(decodeEntities(shown.replace(/'{2,5}/g, '')));
  const label = labelOf(shown, text);
  const linked = isLinked(source) ? { linked: true as const } : {};
  const place = line === undefined ? {} : { line };
  return { text, ...(label === undefined ? {} : { label }), ...linked, ...place };
}

function withoutMarkup(source: string): string {
  return replaceEnclosed(source, '[[', ({ inner }) => linkText(inner))
    .replace(EXTERNAL, (link, words: string | undefined) =>
      ADDRESS_IN_BRACKETS.test(link) ? (words ?? '') : link,
    )
    .replace(/<br\s?\/?>/gi, '\n')
    .replace(TAG, '')
    .replace(/__[A-Z]{3,30}__/g, '');
}

/** `page|words` shows its words, `page` its name; the language's folder of a wiki of many languages is no part of it. */
function linkText(inner: string): string {
  const parts = splitBars(inner);
  const target = (parts[0] ?? '').trim();
  if (ELSEWHERE.test(target)) return '';
  const words = parts.length > 1 ? parts.slice(1).join('|').trim() : shownTarget(target);
  return words.includes('[[') ? withoutMarkup(words) : words;
}

function shownTarget(target: string): string {
  const page = target.replace(/^[:#]/, '');
  if (!/^[a-z]{2}\//.test(page)) return page;
  const [path = '', section] = page.split('#');
  return section ?? path.slice(path.lastIndexOf('/') + 1);
}

/** The words in bold that open the line. */
function labelOf(shown: string, text: string): number | undefined {
  const bold = /^\s?(?:'{5}|'{3})([^'\n]{1,200})(?:'{5}|'{3})/.exec(shown)?.[1];
  if (bold === undefined) return undefined;
  const label = foldWords(decodeEntities(bold));
  return label !== '' && text.startsWith(label) ? label.length : undefined;
}

function isLinked(source: string): boolean {
  if (!source.includes('[')) return false;
  const rest = replaceEnclosed(source, '[[', () => '').replace(EXTERNAL, '');
  return !/[\p{L}\p{N}]/u.test(rest.replace(TAG, ''));
}
