import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { passageMark } from '../../../src/answer/passage/passage-mark.ts';
import { openLibrary } from '../../../src/library/index.ts';
import { openState } from '../../../src/state/state.ts';
import { explainVotes, withVotes } from '../../../src/terminal/commands/explain-votes.ts';
import { sentenceEnds, tools } from '../../language.ts';

const QUESTION = 'who is Rami Al-Shaer';

it('tells which passages votes move, in which server, and makes nothing where there is nothing', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-votes-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const library = await openLibrary({ corpus: 'corpus' }, tools, sentenceEnds);
  onTestFinished(() => library.close());
  const snapshot = library.current();
  const said: string[] = [];
  const io = {
    out: (text: string) => said.push(text),
    err: (text: string) => said.push(text),
    colour: false,
  };
  const explain = (json: boolean) =>
    withVotes({ dataDir }, (state) => explainVotes(snapshot, QUESTION, { top: 3, json }, { state, io }));

  await explain(false);
  expect([said, readdirSync(dataDir)]).toEqual([[], []]);

  const answer = snapshot.ask(QUESTION, { top: 5 });
  const [first] = answer.kind === 'answer' ? answer.passages : [];
  if (first === undefined) throw new Error('no answer');
  const state = openState(dataDir);
  for (const [i, person] of ['a', 'b', 'c'].entries()) {
    const vote = {
      question: 'Rami Al-Shaer?',
      helpful: false,
      at: i,
      place: '14',
      mark: passageMark([first]),
    };
    await state.feedback.set(`${person.repeat(11)}${'x'.repeat(11)}`, vote);
  }
  await state.close();
  await explain(false);
  expect(said.join('')).toMatch(
    /Votes of members\n {3}“Rami Al-Shaer, an advisor[^\n]*”\n {3}in server 14 3 people found it wrong, so it is moved down/,
  );
  said.length = 0;
  await explain(true);
  expect(JSON.parse(said.join(''))).toMatchObject({ votes: [{ place: '14', direction: 'down', people: 3 }] });
});
