import type { Command } from '../src/discord/command.ts';
import { ask } from './ask.ts';
import { corpus } from './corpus.ts';
import { findSource } from './find-source.ts';
import { follow } from './follow.ts';
import { following } from './following.ts';
import { help } from './help.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';
import { timeline } from './timeline.ts';

/** Every command, by its file, in the order of `/help`: the one list that registration, routing and help come from. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'commands/ask.ts': ask,
  'commands/find-source.ts': findSource,
  'commands/timeline.ts': timeline,
  'commands/sources.ts': sources,
  'commands/follow.ts': follow,
  'commands/following.ts': following,
  'commands/help.ts': help,
  'commands/settings.ts': settings,
  'commands/corpus.ts': corpus,
};
