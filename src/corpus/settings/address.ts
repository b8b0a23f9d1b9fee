import type { CalendarDate } from '../article.ts';
import { isWebAddress } from '../metadata/metadata.ts';
import { parseCalendarDate } from '../metadata/parse-day.ts';
import { knownExtension } from '../reading/list-files.ts';

/**
 * The address of a file by its folder's pattern: `{path}` is its path without the extension (or where the article says
 * that its site puts it), `{file}` the path with it, `{name}` its name alone.
 * @returns `undefined` without a pattern, or when what comes out is no address
 */
export function addressOf(pattern: string | undefined, path: string, permalink?: string): string | undefined {
  if (pattern === undefined) return undefined;
  const bare = path.slice(0, path.length - (knownExtension(path)?.length ?? 0));
  const parts = new Map([
    ['path', permalink === undefined ? encodePath(bare) : encodePath(permalink.replace(/^\/|\/$/g, ''))],
    ['file', encodePath(path)],
    ['name', encodePath(bare.slice(bare.lastIndexOf('/') + 1))],
  ]);
  const address = pattern.replace(/\{(path|file|name)\}/g, (_, key: string) => parts.get(key) ?? '');
  return isWebAddress(address) ? address : undefined;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The day that a path names: `2024-03-01-title.md` (Jekyll), `2024/03/01/title.html`. */
export function dayInPath(path: string): CalendarDate | undefined {
  const day = /(?:^|\/)((?:19|20)\d{2})[-/](\d{2})[-/](\d{2})(?=[-_/. ])/.exec(path);
  if (day === null) return undefined;
  const parsed = parseCalendarDate(`${day[1]}-${day[2]}-${day[3]}`);
  return parsed.ok ? parsed.date : undefined;
}
