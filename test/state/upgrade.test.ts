import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openState } from '../../src/state/state.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

/*
 * One folder a version that was released, with the state that it wrote: a language, a vote, a view, a gap, a line of the
 * audit log. A release adds its own.
 */
it.each(readdirSync(fixtures))('the state that version %s wrote opens', async (version) => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-upgrade-'));
  try {
    cpSync(join(fixtures, version), folder, { recursive: true });
    const { settings, feedback, views, gaps, audit, close } = openState(folder);
    expect(await settings.get('language')).toBe('en');
    expect(await feedback.get('v1')).toEqual({ helpful: true });
    expect(await views.get('a')).toEqual({ question: 'when was the bridge built' });
    expect(await gaps.get('g')).toEqual({ question: 'who' });
    expect(await audit.get('1')).toEqual({ who: 'Ada' });
    await close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
