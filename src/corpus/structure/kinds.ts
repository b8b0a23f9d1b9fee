import type { Block, BlockKind } from '../article.ts';
import { isCaption, isCitation, isLicence, isNavigation } from './line-kinds.ts';
import { findPairs } from './pairs.ts';

/** Sections whose entries are works that the text cites. */
const BIBLIOGRAPHY =
  /^(?:references?|bibliography|works cited|citations?|literature(?: cited)?|further reading|external links|external references)$/iu;
/** Sections that may be that, and may be text: their entries must look like citations. */
const NOTES = /^(?:(?:foot|end)?notes|sources|reading list|recommended reading)$/iu;
const EXERCISES =
  /^(?:review|practice|quiz|self[- ]?(?:check|test|assessment)|problems?|exercises?|(?:review|practice|discussion|study|comprehension|critical thinking|personal application|chapter|key) (?:questions?|problems|exercises)|critical thinking|check your (?:understanding|knowledge)|test your(?:self| knowledge| understanding)|questions(?: (?:for|to) .{1,40})?)$/iu;
const LINKS =
  /^(?:see also|related(?: (?:pages|articles|topics|links|content|notes))?|next steps?|learn more|(?:more|useful|quick|external) links|links|on this page|(?:table of )?contents|navigation|more information)$/iu;

const PROSE: ReadonlySet<BlockKind> = new Set(['paragraph', 'item', 'quotation', 'callout']);

/**
 * Tells by their words and their section which blocks are not what their form says: terms with their meanings, turns of
 * speakers, captions, bibliography entries, exercises, navigation. The text stays as it is.
 */
export function withKinds(text: string, blocks: readonly Block[]): Block[] {
  const paired = findPairs(text, blocks);
  const sections = new Map<Block['context'][number], Section>();
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

interface Section {
  readonly bibliography: boolean;
  readonly notes: boolean;
  readonly exercises: boolean;
  readonly links: boolean;
}

function sectionOf(
  text: string,
  { context }: Block,
  known: Map<Block['context'][number], Section>,
): Section | undefined {
  const heading = context.findLast(({ role }) => role === 'heading');
  if (heading === undefined) return undefined;
  const found = known.get(heading);
  if (found) return found;
  const words = text
    .slice(...heading.span)
    .replace(/^[\d.]+\s+|[\s:.]+$/gu, '')
    .slice(0, 80);
  const section = {
    bibliography: BIBLIOGRAPHY.test(words),
    notes: NOTES.test(words),
    exercises: EXERCISES.test(words),
    links: LINKS.test(words),
  };
  known.set(heading, section);
  return section;
}

function kindOf(
  words: string,
  { kind, list }: Block,
  section: Section | undefined,
  place: { readonly first: boolean; readonly last: boolean },
): BlockKind {
  if (isNavigation(words)) return 'navigation';
  if ((place.first || place.last) && isLicence(words)) return 'navigation';
  if (isCaption(words)) return 'caption';
  if (isCitation(words) || section?.bibliography || (section?.notes && isCitation(words, true)))
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
