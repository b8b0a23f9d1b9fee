import type { OutlineNode, OutlineRow } from '../../structure/outline.ts';
import { wikiWords } from './inline.ts';
import { parseTemplate, replaceEnclosed, type Template } from './templates.ts';

/** Templates that show no words of the article: navigation, upkeep, spacing. */
const SILENT = new Set(
  (
    'nav navigation navbar navbox clear - br toc tocright tocleft notoc stub outdated todo incomplete merge cleanup cn fact ref ' +
    'refn reflist references reference sfn efn harvnb r anchor defaultsort main further details about for hatnote distinguish ' +
    'portal commons delete wip tablespacer interwiki lang language languages translation category redirect'
  ).split(' '),
);
const SILENT_OPENING =
  /^(?:nav(?:igation|box|bar)? |navbox|merge|use \w{1,12} dates|pp-|portal|commons|redirect|category|citation needed|short description|see also|other uses|authority control|under construction|top icon|coord)/i;
const KEYS = /(?:^|[/ ])(?:key ?press|kbd|keys?|button|shortcut|hotkey)$/iu;
const NOTE =
  /(?:^|[/ ])(note|tip|warning|caution|important|info|hint|notice|ambox|mbox|box|quote|feature)s?\d?$/iu;
/** What a template is told about its look, or about other pages. */
const LOOKS =
  /^(?:name|title|image\d?|img|picture|photo|icon|logo|file|map|align|style|width|height|size|imagesize|colou?r|bg\w*|background|border|class|id|float|class\w*|rowspan|colspan|link|url|website|wikilink|.*wikilink|real-?lifewikilink|caption|alt|state|discuss|category|sort\w*|nocat|demo|doc|prev|previous|next|navigation|valign|padding|margin|font\w*)$/iu;
/** Parameters of a template that stands for a table's row or an infobox. */
const FEWEST_FACTS = 2;
const LONGEST_FACT = 700;

function isSilent(name: string): boolean {
  const last = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  return SILENT.has(last) || SILENT_OPENING.test(last) || last.endsWith('-stub');
}

/** A template within running text, as the words it most likely shows. */
export function expandInline(text: string, depth = 0): string {
  return replaceEnclosed(text, '{{', ({ inner }, deep) => inlineWords(parseTemplate(inner), deep + 1), depth);
}

function inlineWords({ name, positional }: Template, depth: number): string {
  if (name.startsWith('#') || isSilent(name)) return '';
  const words = positional.map((part) => expandInline(part, depth)).filter((part) => part.trim() !== '');
  if (KEYS.test(name)) return words.join(' + ');
  if (words.length === 0) return wordsOfName(name);
  const texts = words.filter((part) => /[\p{L}\p{N}]/u.test(part) && !/^[a-z]{2,3}$/.test(part));
  if (/^convert$/i.test(name)) return words.slice(0, 2).join(' ');
  return texts.at(-1) ?? '';
}

/** `{{Yes}}` says yes. */
function wordsOfName(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return /^(?:yes|no|partial|partially|unknown|none|never|always|n\/a|maybe|optional|required)$/i.test(last)
    ? last
    : '';
}

/** A template on lines of its own, as what it shows; `undefined` when it is a part of running text. */
export function expandBlock(inner: string, line: number): OutlineNode[] | undefined {
  const template = parseTemplate(inner);
  const { name, positional } = template;
  if (name.startsWith('#') || isSilent(name)) return [];
  const facts = factsOf(template, line);
  const note = NOTE.exec(name)?.[1];
  const body = positional.map((part) => expandInline(part)).findLast((part) => /\p{L}{2}/u.test(part));
  if (note !== undefined && body !== undefined) return [noteNode(note, body, line)];
  if (facts.length >= FEWEST_FACTS) return [{ kind: 'table', facts: true, rows: facts }];
  return undefined;
}

/** What a template is told by name: one row a fact, its name before it. */
function factsOf({ named }: Template, line: number): OutlineRow[] {
  return [...named].flatMap(([key, value]) => {
    const words = wikiWords(expandInline(value), line);
    const text = words.text.replace(/\n/g, ' ');
    if (LOOKS.test(key) || !/[\p{L}\p{N}]/u.test(text) || text.length > LONGEST_FACT) return [];
    return [{ head: false, cells: [{ text: key.replace(/_/g, ' '), line }, { text }] }];
  });
}

function noteNode(name: string, body: string, line: number): OutlineNode {
  const words = wikiWords(body, line);
  const title = name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase();
  const named = /^(?:note|tip|warning|caution|important|hint|notice)/i.test(name);
  const repeats = words.text.toLowerCase().startsWith(name.toLowerCase());
  return {
    kind: 'callout',
    ...(named && !repeats ? { title: { text: title, line } } : {}),
    children: [{ kind: 'paragraph', words }],
  };
}
