import type { Command } from '../src/discord/command.ts';
import { ask } from './ask.ts';
import { findSource } from './find-source.ts';
import { help } from './help.ts';

/** Every command, by its file, in the order of `/help`: the one list that registration, routing and help come from. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'commands/ask.ts': ask,
  'commands/find-source.ts': findSource,
  'commands/help.ts': help,
};
