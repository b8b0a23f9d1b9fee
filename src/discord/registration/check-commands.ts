import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { z } from 'zod';
import type { Command } from '../command.ts';
import { LIMITS } from '../replies/discord-limits.ts';

/** A command file that Discord would refuse, or that could not be routed; the message names the file. */
class CommandError extends Error {
  override readonly name = 'CommandError';
}

const SLASH_NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

const slashName = z
  .string()
  .regex(SLASH_NAME, 'must be 1 to 32 letters, digits, "-" or "_"')
  .refine((name) => name === name.toLowerCase(), 'must be in lower case');
const description = z.string().min(1).max(LIMITS.commandDescription);
const text = z.string().min(1).max(LIMITS.choiceText);

interface OptionShape {
  readonly name: string;
  readonly required?: boolean | undefined;
}

const Option: z.ZodType<OptionShape> = z
  .object({
    type: z.enum(OptionType),
    name: slashName,
    description,
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z
      .array(z.object({ name: text, value: z.union([text, z.number()]) }))
      .max(LIMITS.choices)
      .optional(),
    options: z.lazy(() => Options.optional()),
  })
  .refine(
    (option) => option.autocomplete !== true || option.choices === undefined,
    'cannot have both autocomplete and choices',
  );

const Options: z.ZodType<readonly OptionShape[]> = z
  .array(Option)
  .max(25)
  .refine((options) => unique(options.map(({ name }) => name)), 'has two options of one name')
  .refine((options) => {
    const firstOptional = options.findIndex(({ required }) => required !== true);
    return firstOptional === -1 || options.slice(firstOptional).every(({ required }) => required !== true);
  }, 'has a required option after an optional one');

const common = {
  contexts: z.array(z.number()).min(1),
  integration_types: z.array(z.number()).min(1),
};

const Shape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('slash'),
    data: z.object({ ...common, name: slashName, description, options: Options.optional() }),
  }),
  z.object({
    kind: z.literal('message'),
    data: z.object({ ...common, name: z.string().trim().min(1).max(LIMITS.commandName) }),
    help: z.string().min(1),
  }),
]);

/**
 * Checks every command before anything is registered.
 * @param files path of each command's file → its command
 * @returns the commands, in the same order
 * @throws {CommandError} with every mistake and the path of its file
 */
export function checkCommands(files: Readonly<Record<string, Command>>): readonly Command[] {
  const commands = Object.values(files);
  const problems = Object.entries(files).flatMap(([path, command]) => {
    const parsed = Shape.safeParse(command);
    const shape = parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`);
    return [...shape, ...routing(command, commands)].map((problem) => `${path}: ${problem}`);
  });
  if (problems.length > 0) throw new CommandError(`Commands that cannot be used:\n${problems.join('\n')}`);
  return commands;
}

function routing(command: Command, all: readonly Command[]): string[] {
  const { kind, data, scope } = command;
  const same = all.filter((other) => other.kind === kind && other.data.name === data.name);
  const sameScope = all.filter((other) => scope !== undefined && other.scope === scope);
  const handles = command.press !== undefined || command.submit !== undefined;
  const suggests = JSON.stringify(data).includes('"autocomplete":true');
  return [
    ...(same.length > 1 ? [`two commands are called "${data.name}"`] : []),
    ...(sameScope.length > 1 ? [`two commands have the scope "${scope}"`] : []),
    ...(handles && !/^[\w-]{1,20}$/.test(scope ?? '')
      ? ['press and submit need a scope of 1 to 20 letters or digits']
      : []),
    ...(suggests && (command.kind !== 'slash' || command.complete === undefined)
      ? ['an option has autocomplete, but there is no function "complete"']
      : []),
  ];
}

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
