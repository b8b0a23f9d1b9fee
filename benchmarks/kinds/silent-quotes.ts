import type { Passage } from '../../src/answer/answer.ts';
import { quotedLines } from '../../src/answer/passage/quoted-lines.ts';

const SILENT: ReadonlySet<string> = new Set([
  'heading',
  'caption',
  'code',
  'bibliography',
  'exercise',
  'navigation',
]);

/** Whether a quote shows words of a block that is no answer, other than the words that its own block stands under. */
export function quotesSilent(passage: Passage): boolean {
  const { article, block } = passage;
  const above = new Set(article.blocks?.[block ?? -1]?.context.map(({ span }) => span[0]));
  return quotedLines(passage).some(({ slices }) =>
    slices.some(
      ({ span: [from, to] }) =>
        !above.has(from) &&
        article.blocks?.some(({ kind, start, end }) => SILENT.has(kind) && start < to && end > from) === true,
    ),
  );
}
