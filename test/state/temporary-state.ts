import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openState, type State } from '../../src/state/state.ts';

/** A state of its own for one test. */
export function temporaryState(): State {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-state-'));
  const state = openState(folder);
  onTestFinished(async () => {
    await state.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return state;
}
