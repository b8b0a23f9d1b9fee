import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/operate/exit-codes.ts';

const unit = readFileSync(new URL('../../deploy/footnote.service', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'footnote-unit-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The unit as it is installed, but for programs and folders that this machine does not have. */
function installed(): string {
  const path = join(folder, 'footnote.service');
  writeFileSync(
    path,
    unit
      .replace('/opt/footnote/node_modules/.bin/node', process.execPath)
      .replaceAll('/opt/footnote', folder),
  );
  return path;
}

it('is not started again when only a person can mend it', () => {
  expect(unit).toContain(`RestartPreventExitStatus=${EXIT.config}\n`);
});

it('starts what npm ci puts there', () => {
  expect(unit).toMatch(
    /^ExecStart=\/opt\/footnote\/node_modules\/\.bin\/node --max-semi-space-size=4 src\/launch\.js start$/m,
  );
});

describe.skipIf(spawnSync('systemd-analyze', ['--version']).error !== undefined)('systemd', () => {
  it('finds nothing wrong with the unit', () => {
    expect(spawnSync('systemd-analyze', ['verify', installed()], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('finds little that it could attack', () => {
    const threshold = ['--offline=yes', '--no-pager', '--threshold=20'];
    expect(() => execFileSync('systemd-analyze', ['security', ...threshold, installed()])).not.toThrow();
  });
});
