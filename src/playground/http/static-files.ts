import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { dirname, extname, join, sep } from 'node:path';

/** Packages that a browser may load, from node_modules: the page's components and what they import. */
const VENDORED = [
  '@skyra/discord-components-core',
  '@lit/context',
  '@lit/reactive-element',
  'lit',
  'lit-element',
  'lit-html',
] as const;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const PAGE = join(import.meta.dirname, '..', 'page');

/**
 * Serves the page's own files and the vendored modules.
 *
 * @param path The decoded path of the address.
 * @returns Whether there was something to serve.
 */
export async function serveStatic(path: string, response: ServerResponse): Promise<boolean> {
  const file = path.startsWith('/vendor/') ? await vendored(path.slice('/vendor/'.length)) : own(path);
  const type = file === undefined ? undefined : TYPES[extname(file)];
  if (file === undefined || type === undefined) return false;
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return false;
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': policy(extname(file) === '.html' ? bytes.toString('utf8') : ''),
  });
  response.end(bytes);
  return true;
}

function own(path: string): string | undefined {
  return inside(PAGE, path === '/' ? 'index.html' : path.slice(1));
}

/** A file in one of the packages, wherever node_modules is. */
async function vendored(path: string): Promise<string | undefined> {
  const name = VENDORED.find((one) => path.startsWith(`${one}/`));
  if (name === undefined) return undefined;
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const file = inside(join(folder, 'node_modules', name), path.slice(name.length + 1));
    if (file === undefined) return undefined;
    if (await readFile(file).then(Boolean, () => false)) return file;
    if (dirname(folder) === folder) return undefined;
  }
}

/** A path below a folder; undefined when it would leave it. */
function inside(folder: string, path: string): string | undefined {
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const file = join(folder, path);
  return file.startsWith(folder + sep) ? file : undefined;
}

/** Scripts come from here only; an inline import map is allowed by its hash, as browsers take it no other way. */
function policy(html: string): string {
  const maps = html
    .split('<script type="importmap">')
    .slice(1)
    .map((rest) => rest.split('</script>', 1)[0] ?? '');
  const hashes = maps.map((map) => ` 'sha256-${createHash('sha256').update(map).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src 'self'${hashes.join('')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self' data:",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
