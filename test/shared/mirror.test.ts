import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Mirror } from '../../src/shared/mirror.ts';

/** A folder in which one file is as it should be, one has changed, one is more and one is gone. */
async function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-mirror-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['same', 'changed', 'more']) writeFileSync(join(folder, `${name}.md`), name);
  const mirror = new Mirror(folder);
  await mirror.stamp({ path: 'same.md', modified: 1000 });
  const known = new Map(
    ['same', 'changed', 'gone'].map((name) => [
      `${name}.md`,
      { path: `${name}.md`, size: name.length, modified: 1000, sha256: name },
    ]),
  );
  return { mirror, known };
}

it.each<[string, readonly string[] | undefined, Readonly<Record<string, boolean>>]>([
  ['all of it', undefined, { 'changed.md': true, 'more.md': true, 'gone.md': false }],
  ['a file that has changed', ['changed.md'], { 'changed.md': true }],
  ['a file that is new', ['more.md'], { 'more.md': true }],
  ['a file that is gone', ['gone.md'], { 'gone.md': false }],
  ['a file that is as it was', ['same.md'], {}],
  ['a file that never was', ['never.md'], {}],
  ['two of them', ['gone.md', 'more.md'], { 'gone.md': false, 'more.md': true }],
])('what differs in a folder, of %s', async (_, only, expected) => {
  const { mirror, known } = await openFolder();
  const changes = await mirror.changesFrom(known, only);
  expect(Object.fromEntries(changes.map(({ path, sha256 }) => [path, sha256 !== null]))).toEqual(expected);
});
