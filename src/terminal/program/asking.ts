import type { Command } from 'commander';
import type { AskCommand } from '../commands/ask-command.ts';
import { InputError } from '../input-lines.ts';
import type { Io } from '../io.ts';
import { type CorpusOption, corpusOption, dayOption, today, wholeNumber } from './options.ts';
import { openCorpus, settings } from './places.ts';

type AskOptions = CorpusOption & AskCommand & { readonly questions?: string; readonly explain: boolean };

/** The commands that answer questions. */
export function addAsking(program: Command, io: Io): void {
  program
    .command('ask')
    .description('answer a question, or every question of a file')
    .argument('[question...]', 'the question; the quotation marks may be left out')
    .addOption(corpusOption())
    .option('--questions <file>', 'a .jsonl file of {id, question, asked?}')
    .option('--top <k>', 'how many passages at most, 1 to 50', wholeNumber(1, 50), 3)
    .option('--json', 'print JSON, one object a line', false)
    .option('--asked <day>', 'the day that "this week" counts from (default: today)', dayOption)
    .option('--explain', "show each feature's share in the ranking and the confidence", false)
    .action((words: string[], options: AskOptions) => ask(words.join(' ').trim(), options, io));

  program
    .command('rank')
    .description('score given candidates by the ranker alone; {id, question, candidates} a line')
    .argument('<file>', 'a .jsonl file')
    .action(async (file: string) => {
      const { loadTools } = await import('../../answer/load-tools.ts');
      const { rankFile } = await import('../commands/rank-command.ts');
      await rankFile(file, loadTools(), io);
    });

  program
    .command('chat')
    .description('ask one question after the other in the terminal')
    .addOption(corpusOption())
    .action(async (options: CorpusOption) => {
      const snapshot = await openCorpus(options, io);
      const { startChat } = await import('../commands/chat-command.ts');
      await startChat({ library: { current: () => snapshot }, today });
    });
}

async function ask(question: string, options: AskOptions, io: Io): Promise<void> {
  if (options.questions === undefined && question === '') {
    throw new InputError('There is no question; give one: footnote ask who is Rami Al-Shaer');
  }
  const snapshot = await openCorpus(options, io);
  const one = { asked: today(), ...options };
  if (options.questions === undefined && options.explain) {
    const { explainOne } = await import('../commands/explain-command.ts');
    explainOne(snapshot, question, one, io);
    const { explainVotes, withVotes } = await import('../commands/explain-votes.ts');
    await withVotes(await settings(), (state) => explainVotes(snapshot, question, one, { state, io }));
    return;
  }
  const { askFile, askOne } = await import('../commands/ask-command.ts');
  if (options.questions === undefined) askOne(snapshot, question, one, io);
  else await askFile(snapshot, options.questions, options, io);
}
