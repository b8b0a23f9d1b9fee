import type { Block, BlockKind } from '../article.ts';
import { isCaption, isCitation, isLicence, isNavigation } from './line-kinds.ts';
import { findPairs } from './pairs.ts';
import { type SectionKind, sectionKind } from './section-kinds.ts';

const PROSE: ReadonlySet<BlockKind> = new Set(['paragraph', 'item', 'quotation', 'callout']);

/**
 * Tells by their words and their section which blocks are not what their form says: terms with their meanings, turns of
 * speakers, captions, bibliography entries, exercises, navigation. The text stays as it is.
 */
export function withKinds(text: string, blocks: readonly Block[]): Block[] {
  const paired = findPairs(text, blocks);
  const sections = new Map<Block['context'][number], SectionKind>();
  return paired.map((block, i) => {
    if (!PROSE.has(block.kind)) return block;
    const words = text.slice(block.start, block.end);
    const kind = kindOf(words, block, sectionOf(text, block, sections), {
      first: i < 2,
      last: i > paired.length - 4,
    });
    return kind === block.kind ? block : { ...block, kind };
  });
}

function sectionOf(
  text: string,
  { context }: Block,
  known: Map<Block['context'][number], SectionKind>,
): SectionKind | undefined {
  const heading = context.findLast(({ role }) => role === 'heading');
  if (heading === undefined) return undefined;
  const found = known.get(heading);
  if (found) return found;
  const section = sectionKind(text.slice(...heading.span));
  known.set(heading, section);
  return section;
}

function kindOf(
  words: string,
  { kind, list }: Block,
  section: SectionKind | undefined,
  place: { readonly first: boolean; readonly last: boolean },
): BlockKind {
  if (isNavigation(words)) return 'navigation';
  if ((place.first || place.last) && isLicence(words)) return 'navigation';
  if (isCaption(words)) return 'caption';
  if (isCitation(words)) return 'bibliography';
  const cites = section?.bibliography || section?.notes;
  if (cites && (isCitation(words, true) || (section?.bibliography && list !== undefined)))
    return 'bibliography';
  if (section?.exercises && (list !== undefined || isExercise(words))) return 'exercise';
  if (/_{4,}/u.test(words.slice(0, 600))) return 'exercise';
  if (section?.links && words.length < 120 && !/[.!?]["”’)]?$/u.test(words)) return 'navigation';
  return kind;
}

/** A question, a gap to fill in, or the letter of the answer. */
function isExercise(words: string): boolean {
  return /\?["”’)]?$/u.test(words) || /_{3,}|\.{4,}/u.test(words.slice(0, 600)) || words.length <= 3;
}
