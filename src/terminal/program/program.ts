import { Command } from 'commander';
import type { Io } from '../io.ts';
import { addAsking } from './asking.ts';
import { addFeeds, addKeeping } from './keeping.ts';
import { addTellingTime } from './telling-time.ts';

/** The program `footnote` with all its commands. What a command works with is loaded when it runs. */
export function createProgram(version: string, io: Io): Command {
  const program = new Command('footnote')
    .description('Answers questions with a verbatim quote and its source, from a folder of articles you own.')
    .version(version)
    .showHelpAfterError('(footnote --help shows what there is)');
  addAsking(program, io);
  addTellingTime(program, io);
  addKeeping(program, version, io);
  addFeeds(program, version, io);
  return program;
}
