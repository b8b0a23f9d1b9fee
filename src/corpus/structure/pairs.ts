import type { Block } from '../article.ts';

/** "Ada Quill: …", "ADA (00:12): …", "[00:01:02] Ada: …", "hypnosis: …": what stands before the colon. */
const BEFORE_COLON =
  /^(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?\s?[-–]?\s?)?([^\n:.!?;]{1,60}?)(?:\s?[([]\d{1,2}:\d{2}(?::\d{2})?[)\]])?:(?:\s|$)/u;
const SPEAKER =
  /^(?:\p{Lu}[\p{L}\p{N}.'’-]*)(?: (?:\p{Lu}[\p{L}\p{N}.'’-]*|de|van|von|of|the|\([^)]{1,20}\))){0,4}$/u;
/** Fewest turns, and fewest terms in a row, that are not taken for accidents. */
const FEWEST = 3;
/** Share of the paragraphs that open with a speaker when a text is a transcript. */
const SHARE = 0.3;

interface Opening {
  readonly name: string;
  /** Where the name ends, before the colon. */
  readonly end: number;
  readonly start: number;
  /** Nothing follows the colon: the words are in the next block. */
  readonly alone: boolean;
}

/**
 * Finds turns of speakers (names that come again) and terms with their meanings (names that don't, one after the
 * other) among paragraphs that open with words and a colon.
 */
export function findPairs(text: string, blocks: readonly Block[]): Block[] {
  const openings = blocks.map((block) =>
    block.kind === 'paragraph' || block.kind === 'quotation' ? openingOf(text, block) : undefined,
  );
  const speakers = speakersOf(blocks, openings);
  if (speakers.size > 0) return withTurns(blocks, openings, speakers);
  return withDefinitions(blocks, openings);
}

function openingOf(text: string, { start, end }: Block): Opening | undefined {
  const match = BEFORE_COLON.exec(text.slice(start, Math.min(end, start + 100)));
  const name = match?.[1]?.trim();
  if (match === null || name === undefined || name === '') return undefined;
  const at = start + match[0].indexOf(name);
  return { name, start: at, end: at + name.length, alone: start + match[0].trimEnd().length >= end };
}

function speakersOf(
  blocks: readonly Block[],
  openings: readonly (Opening | undefined)[],
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const opening of openings)
    if (opening && SPEAKER.test(opening.name)) counts.set(opening.name, (counts.get(opening.name) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= 2);
  const turns = often.reduce((sum, [, count]) => sum + count, 0);
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'quotation').length;
  const isTranscript = turns >= FEWEST && turns >= paragraphs * SHARE;
  return new Set(isTranscript ? [...counts.keys()] : []);
}

/** A paragraph after a turn goes on with it, until a heading. */
function withTurns(
  blocks: readonly Block[],
  openings: readonly (Opening | undefined)[],
  speakers: ReadonlySet<string>,
): Block[] {
  let speaker: Block['context'][number] | undefined;
  return blocks.map((block, i): Block => {
    if (block.kind === 'heading') speaker = undefined;
    if (block.kind !== 'paragraph' && block.kind !== 'quotation') return block;
    const opening = openings[i];
    if (opening && speakers.has(opening.name)) {
      speaker = { role: 'speaker', span: [opening.start, opening.end] };
      if (opening.alone) return { ...block, kind: 'heading' };
    }
    return speaker === undefined ? block : { ...block, kind: 'turn', context: [...block.context, speaker] };
  });
}

function withDefinitions(blocks: readonly Block[], openings: readonly (Opening | undefined)[]): Block[] {
  const out = [...blocks];
  for (let from = 0; from < blocks.length; from++) {
    let to = from;
    while (isTerm(openings[to])) to++;
    if (to - from < FEWEST) continue;
    for (let i = from; i < to; i++) {
      const block = blocks[i];
      const opening = openings[i];
      if (block === undefined || opening === undefined) continue;
      const term = { role: 'term' as const, span: [opening.start, opening.end] as const };
      out[i] = { ...block, kind: 'definition', context: [...block.context, term] };
    }
    from = to;
  }
  return out;
}

function isTerm(opening: Opening | undefined): boolean {
  return opening !== undefined && !opening.alone && opening.name.split(' ').length <= 7;
}
