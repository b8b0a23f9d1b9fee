import type { Passage } from '../../src/answer/answer.ts';
import type { Article, Block, BlockContext, SentenceSpan, TextSpan } from '../../src/corpus/article.ts';

/**
 * An article with blocks, drawn by hand so that tests need no reader: `# ` and `## ` headings, `- ` items, `-- ` items nested in the one before, `1. ` steps,
 * `| a | b |` rows (the first of a table is its head), `Name: ` + text after `@` a turn, `Term :: meaning` a definition,
 * `^ ` a caption; all else is running text. What is marked up is not part of the text.
 */
export function articleOf(drawing: string, fields: Partial<Article> = {}): Article {
  const blocks: Block[] = [];
  const headings: { level: number; span: TextSpan }[] = [];
  let text = '';
  let list = 0;
  let leadIn: TextSpan | undefined;
  let parent: TextSpan | undefined;
  let heads: readonly TextSpan[] | undefined;
  let before = '';
  const write = (words: string, gap: string): TextSpan => {
    text += text === '' ? '' : gap;
    const start = text.length;
    text += words;
    return [start, start + words.length];
  };
  const above = (): BlockContext[] => headings.map(({ span }) => ({ role: 'heading', span }));
  const push = (
    kind: Block['kind'],
    [start, end]: TextSpan,
    context: BlockContext[],
    more: Partial<Block> = {},
  ) => blocks.push({ kind, start, end, context, ...more });
  for (const line of drawing.split('\n').filter((one) => one.trim() !== '')) {
    const mark = /^(?:#+|--?|\d+\.|\||@|\^)(?=\s?)/.exec(line)?.[0] ?? '';
    const rest = line.slice(mark.length).trim();
    const kind = /\d/.test(mark) ? '-' : mark.slice(0, 1);
    const gap = kind !== '' && kind !== '#' && kind === before ? '\n' : '\n\n';
    if (kind !== '|') heads = undefined;
    if (kind === '#') {
      while ((headings.at(-1)?.level ?? 0) >= mark.length) headings.pop();
      const span = write(rest, gap);
      push('heading', span, above(), { level: mark.length });
      headings.push({ level: mark.length, span });
    } else if (kind === '-') {
      if (before !== '-') list++;
      const lead: BlockContext[] = leadIn === undefined ? [] : [{ role: 'lead-in', span: leadIn }];
      const step = mark.startsWith('-') ? {} : { step: Number.parseInt(mark, 10) };
      const span = write(rest, gap);
      if (mark === '--' && parent !== undefined) {
        const nested: BlockContext = { role: 'lead-in', span: parent };
        push('item', span, [...above(), ...lead, nested], { list: { id: list + 1000, depth: 1 } });
      } else {
        push('item', span, [...above(), ...lead], { list: { id: list, depth: 0, ...step } });
        parent = span;
      }
    } else if (kind === '|') {
      const words = rest
        .replace(/\|$/, '')
        .split('|')
        .map((cell) => cell.trim());
      const [start, end] = write(words.join(' | '), gap);
      let at = start;
      const cells = words.map((cell): TextSpan => {
        const from = at;
        at += cell.length + 3;
        return [from, from + cell.length];
      });
      if (heads === undefined) {
        heads = cells;
        push('heading', [start, end], above());
      } else {
        const columns = heads.map((span): BlockContext => ({ role: 'head', span }));
        push('row', [start, end], [...above(), ...columns], { cells });
      }
    } else if (kind === '@') {
      const [start, end] = write(rest, gap);
      const speaker: TextSpan = [start, start + rest.indexOf(':')];
      const from = start + rest.indexOf(':') + 2;
      push('turn', [from, end], [...above(), { role: 'speaker', span: speaker }]);
    } else if (kind === '^') push('caption', write(rest, gap), above());
    else if (rest.includes(' :: ')) {
      const term = rest.indexOf(' :: ');
      const [start, end] = write(rest.replace(' :: ', ': '), gap);
      push('definition', [start, end], [...above(), { role: 'term', span: [start, start + term] }]);
    } else {
      const span = write(rest, gap);
      push('paragraph', span, above());
      leadIn = rest.endsWith(':') ? span : undefined;
    }
    if (kind !== '-' && !rest.endsWith(':')) leadIn = undefined;
    before = kind;
  }
  const id = fields.id ?? 'drawn';
  return {
    id,
    path: `${id}.md`,
    line: 1,
    title: 'Drawn',
    authors: [],
    tags: [],
    hash: id,
    ...fields,
    text,
    blocks,
  };
}

const QUOTABLE = new Set<Block['kind']>([
  'paragraph',
  'item',
  'row',
  'definition',
  'turn',
  'callout',
  'quotation',
]);

/** Its units: a sentence of running text, every other block whole. */
export function unitsOf({ text, blocks = [] }: Article): SentenceSpan[] {
  return blocks.flatMap(({ kind, start, end }, block): SentenceSpan[] => {
    if (!QUOTABLE.has(kind)) return [];
    if (kind !== 'paragraph' && kind !== 'turn') return [{ start, end, paragraph: block, block }];
    return [...text.slice(start, end).matchAll(/\S[^.]*\.?/g)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
      paragraph: block,
      block,
    }));
  });
}

/** The passage of the unit that holds some words, or of the unit of a number, counted round; undefined without units. */
export function passageIn(article: Article, words: string): Passage;
export function passageIn(article: Article, words: undefined, number: number): Passage | undefined;
export function passageIn(article: Article, words: string | undefined, number = 0): Passage | undefined {
  const units = unitsOf(article);
  const unit =
    words === undefined
      ? units[number % Math.max(units.length, 1)]
      : units.find(({ start, end }) => article.text.slice(start, end).includes(words));
  if (unit === undefined) {
    if (words === undefined) return undefined;
    throw new Error(`no unit says "${words}"`);
  }
  const { start, end, block } = unit;
  return {
    article,
    start,
    end,
    sentence: [start, end],
    score: 1,
    alsoIn: [],
    ...(block !== undefined && { block }),
  };
}
