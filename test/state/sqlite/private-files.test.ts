import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openIndexFolder } from '../../../src/library/index.ts';
import { openToOthers } from '../../../src/state/sqlite/private-files.ts';
import { openState } from '../../../src/state/state.ts';

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

test.skipIf(process.platform === 'win32')('state and cache are the owner’s alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-modes-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const before = process.umask(0o000);
  onTestFinished(() => void process.umask(before));
  const data = join(folder, 'deep', 'data');
  const state = openState(data);
  await state.settings.set('a', 1);
  const cache = openIndexFolder(data, { create: true });
  cache?.write('c', 'x', [new Uint8Array(1)]);
  cache?.save('c', '1', new Uint8Array(), ['x']);
  const all = readdirSync(data, { withFileTypes: true, recursive: true });
  const files = all.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  expect(files.length).toBeGreaterThanOrEqual(4);
  expect([mode(data), ...new Set(files.map(mode))]).toEqual(['700', '600']);
  const [first = ''] = files;
  expect(openToOthers([data, ...files, join(folder, 'missing')])).toEqual([]);
  chmodSync(first, 0o640);
  chmodSync(data, 0o755);
  expect(openToOthers([data, ...files])).toEqual([data, first]);
  await state.close();
  cache?.close();
});
