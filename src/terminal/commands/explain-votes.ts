import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { passageMark } from '../../answer/passage/passage-mark.ts';
import type { Config } from '../../config/config.ts';
import type { Snapshot } from '../../library/index.ts';
import { openStateAt } from '../../operate/state-place.ts';
import { createJudgements } from '../../state/judgements.ts';
import { DATABASE_DEFAULTS } from '../../state/sqlite/open-database.ts';
import type { State } from '../../state/state.ts';
import type { Io } from '../io.ts';
import { printable } from '../printing/problem-lines.ts';
import type { AskCommand } from './ask-command.ts';

/**
 * Does something with what the bot has kept of votes, if there is a bot.
 * @throws {StateError} when it can't be opened
 */
export async function withVotes(
  places: Pick<Config, 'dataDir' | 'databaseUrl'>,
  work: (state: State) => Promise<void>,
): Promise<void> {
  const { dataDir, databaseUrl } = places;
  // Nothing is made where there is nothing.
  if (databaseUrl === undefined && !existsSync(join(dataDir, DATABASE_DEFAULTS.file))) return;
  const { state } = await openStateAt(places);
  try {
    await work(state);
  } finally {
    await state.close();
  }
}

/** Passages that the bot moves among. */
const SHOWN = 5;

/** What members' votes do to one passage of an answer, in one server. */
interface Moved {
  readonly quote: string;
  readonly place: string;
  readonly direction: 'up' | 'down';
  readonly people: number;
}

/**
 * Prints which passages of an answer members' votes move in Discord, and where. The order of the terminal is that before
 * any vote.
 */
export async function explainVotes(
  snapshot: Snapshot,
  question: string,
  { json, asked }: AskCommand,
  { state, io }: { readonly state: Pick<State, 'feedback'>; readonly io: Io },
): Promise<void> {
  const options = { top: SHOWN, ...(asked !== undefined && { asked }) };
  const answer = snapshot.ask(question, options);
  const passages = answer.kind === 'answer' ? answer.passages : [];
  const judgements = createJudgements({
    state,
    terms: (words) => snapshot.explain(words, options).question.content.map(({ term }) => term),
    now: () => Date.now(),
    onError: (error) => io.err(`The votes could not be read: ${String(error)}\n`),
  });
  const votes: Moved[] = [];
  for (const place of await judgements.places())
    for (const passage of passages) {
      const verdict = judgements.of(place, passageMark([passage]), question);
      const { article, start, end } = passage;
      if (verdict !== undefined) votes.push({ quote: article.text.slice(start, end), place, ...verdict });
    }
  if (votes.length === 0) return;
  io.out(json ? `${JSON.stringify({ votes })}\n` : `\nVotes of members\n${votes.map(line).join('')}`);
}

function line({ quote, place, direction, people }: Moved): string {
  const found = direction === 'up' ? 'right, so it is moved up' : 'wrong, so it is moved down';
  return `   “${printable(quote.replace(/\s+/g, ' '))}”\n   in server ${place} ${people} people found it ${found}\n`;
}
