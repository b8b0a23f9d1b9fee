import { withoutInvisible } from '../../../text/invisible.ts';
import type { OutlineNode } from '../../structure/outline.ts';
import type { DroppedFromPage } from './dropped.ts';

/** What counts as said twice. */
const REPEATS = {
  /** A paragraph of sentences that stands twice as it is, in characters: questions and menus may well come again. */
  paragraph: 60,
  /** A part of another paragraph, set apart: a pull quote. */
  part: { characters: 24, words: 5, longest: 320 },
  /** Parts that are looked for in one page. */
  parts: 60,
} as const;

/**
 * An outline without what a page shows twice: a copy for phones, a pull quote of a sentence in the text. The letter of
 * a drop cap stands before its word again.
 */
export function withoutRepeats(nodes: readonly OutlineNode[], dropped: DroppedFromPage): OutlineNode[] {
  const all = nodes.map((node) => plain(textIn(node)));
  const counts = new Map<string, number>();
  for (const text of all) counts.set(text, (counts.get(text) ?? 0) + 1);
  const longer = nodes.map((node, i) => (node.kind === 'paragraph' ? (all[i] ?? '') : '')).join('\n');
  const seen = new Set<string>();
  let looked = 0;
  const kept = nodes.filter((node, i) => {
    const text = all[i] ?? '';
    if (isWholeParagraph(node, text) && counts.get(text) === 2) {
      if (seen.has(text)) return twice(node, dropped);
      seen.add(text);
    }
    if (!isPart(node, text) || looked >= REPEATS.parts) return true;
    looked++;
    return isWithinAnother(text, longer) ? twice(node, dropped) : true;
  });
  return withDropCaps(kept);
}

function twice(node: OutlineNode, dropped: DroppedFromPage): false {
  dropped.tell(textIn(node), 'twice on the page');
  return false;
}

function isWholeParagraph(node: OutlineNode, text: string): boolean {
  return (
    node.kind === 'paragraph' && text.length >= REPEATS.paragraph && /[.!]["”’]?$/u.test(node.words.text)
  );
}

function isPart(node: OutlineNode, text: string): boolean {
  const { characters, words, longest } = REPEATS.part;
  if (!['quotation', 'callout'].includes(node.kind)) return false;
  return text.length >= characters && text.length <= longest && text.split(' ').length >= words;
}

/** In a paragraph that says more than that. */
function isWithinAnother(text: string, paragraphs: string): boolean {
  for (let at = paragraphs.indexOf(text); at >= 0; at = paragraphs.indexOf(text, at + 1)) {
    const end = at + text.length;
    const starts = at === 0 || paragraphs.charAt(at - 1) === '\n';
    const ends = end === paragraphs.length || paragraphs.charAt(end) === '\n';
    if (!(starts && ends)) return true;
  }
  return false;
}

/** Letters and digits in lower case, a blank between words. */
export function plain(text: string): string {
  return withoutInvisible(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function textIn(node: OutlineNode): string {
  if ('words' in node) return node.words.text;
  return node.kind === 'quotation' || node.kind === 'callout' ? node.children.map(textIn).join('\n') : '';
}

function withDropCaps(nodes: readonly OutlineNode[]): OutlineNode[] {
  const out: OutlineNode[] = [];
  for (const node of nodes) {
    const before = out.at(-1);
    const isCap = before !== undefined && 'words' in before && /^["“‘]?\p{Lu}$/u.test(before.words.text);
    if (isCap && node.kind === 'paragraph' && /^\p{Ll}/u.test(node.words.text)) {
      const { label: _, ...words } = node.words;
      out[out.length - 1] = { ...node, words: { ...words, text: before.words.text + words.text } };
    } else out.push(node);
  }
  return out;
}
