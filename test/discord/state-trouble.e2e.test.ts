import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

it('members get their answer, and its buttons work, while another program holds the database', async () => {
  const { asMember, asModerator } = stage.playground;
  const other = new DatabaseSync(join(stage.dataDir, 'footnote.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  const answer = await asMember.slash('ask', { question: 'when was the bridge built' });
  await answer.press('Other passages (1)');
  const thanks = await answer.press('Helpful');
  const status = await asModerator.slash('corpus status');
  expect(status.failed).toBeUndefined();
  expect(answer.text).toContain('Passage 2 of 2');
  expect(thanks.text).toBe('Thank you, noted as helpful.');
  other.exec('COMMIT');
  other.close();
  await stage.restart();
  await answer.press('Previous');
  expect(answer.text).toContain('The bridge was built in 1842.');
});
