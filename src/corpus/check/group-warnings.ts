import type { Problem } from '../article.ts';

/** From this many files on, a warning that says the same of all of them is one line. */
const FEWEST = 4;
/** Files that are named. */
const NAMED = 3;

/** Counts warnings once a kind: "173 files: The article has no date … (a.md, b.md, c.md …)". Errors stay as they are. */
export function onceAKind(problems: readonly Problem[]): Problem[] {
  const kinds = Map.groupBy(problems, kindOf);
  return [...kinds].flatMap(([, same]) => {
    const [first] = same;
    const files = new Set(same.map(({ path }) => path));
    if (first === undefined || first.severity === 'error' || files.size < FEWEST) return same;
    const named = [...files].slice(0, NAMED).join(', ');
    const { line: _, ...rest } = first;
    const more = files.size > NAMED ? ', …' : '';
    return [{ ...rest, path: '.', message: `${files.size} files: ${first.message} (${named}${more})` }];
  });
}

/** Numbers in a message tell one file from the next, not one kind from the other. */
function kindOf({ severity, message, fix }: Problem): string {
  return `${severity} ${message.replace(/\d+/g, '0')} ${fix}`;
}
