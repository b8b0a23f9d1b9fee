/**
 * A question as it is read, whatever was sent: its begin, well-formed, with runs of blank space as one. Its words may
 * still have no end; the language tools pass such over (`LANGUAGE_LIMITS`).
 * @param longest UTF-16 units that are kept at most
 */
export function boundQuestion(text: string, longest: number): string {
  return text
    .slice(0, longest * MOST_BLANK)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed();
}

/** So much longer than the question may what holds it be, blank space and all. */
const MOST_BLANK = 4;
