import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../command.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { clientWord } from '../words/command-texts.ts';
import { isWordKey } from '../words/languages.ts';
import type { Words } from '../words/words.ts';

/** A line for a command, or one for each of its subcommands: with the names that the person's client shows. */
export function commandLines(command: Command, words: Words): string[] {
  if (command.kind === 'message') {
    const name = escapeMarkdown(clientWord('command.find.name', words));
    const about = escapeMarkdown(words.say(command.help));
    const how = words.say('help.onMessage');
    return [`**${name}** ${words.say('help.messageCommand', { about, how })}`];
  }
  const { name, options = [] } = command.data;
  const subcommands = options.filter((option) => option.type === ApplicationCommandOptionType.Subcommand);
  if (subcommands.length === 0) return [commandLine([name], options, words)];
  return subcommands.map((sub) => commandLine([name, sub.name], sub.options ?? [], words));
}

function commandLine(
  path: readonly [command: string, subcommand?: string],
  options: readonly { readonly name: string; readonly required?: boolean | undefined }[],
  words: Words,
): string {
  const [command] = path;
  const names = path.map((_, at) => shown(path.slice(0, at + 1), words));
  const parameters = options.map(({ name, required }) => {
    const own = shown([command, name], words);
    return required === true ? ` ${own}` : ` [${own}]`;
  });
  const about = `command.${path.join('.')}.about`;
  const line = `**\`/${names.join(' ')}${parameters.join('')}\`**`;
  return isWordKey(about) ? `${line} ${escapeMarkdown(words.say(about))}` : line;
}

/** What the client calls a command or an option. */
function shown(path: readonly (string | undefined)[], words: Words): string {
  const key = `command.${path.join('.')}.name`;
  return isWordKey(key) ? clientWord(key, words) : (path.at(-1) ?? '');
}
