import type { ApiCommand, ApiCommandOption } from '../shapes/message-shapes.ts';
import type { OptionValue } from '../shapes/page-protocol.ts';
import { COMMAND_LIMITS } from '../validate/validate-command.ts';
import { Refusal } from './refusal.ts';
import type { Resolver } from './resolve.ts';

/** An option as it stands in an interaction. */
export interface SentOption {
  name: string;
  type: number;
  value?: OptionValue;
  focused?: true;
  options?: SentOption[];
}

/** What a person filled in. */
export interface Filled {
  path: readonly string[];
  options: Readonly<Record<string, OptionValue>>;
}

/**
 * The options of a subcommand, found by its path.
 *
 * @throws {Refusal} when the path does not lead to something that can be run.
 */
function optionsAt(command: ApiCommand, path: readonly string[]): ApiCommandOption[] {
  let level = command.options ?? [];
  for (const name of path) {
    const next = level.find((option) => option.name === name && option.type < 3);
    if (!next) throw new Refusal(`/${command.name} has no subcommand "${path.join(' ')}".`);
    level = next.options ?? [];
  }
  if (level.some(({ type }) => type < 3)) {
    const names = level.map(({ name }) => name).join(', ');
    throw new Refusal(`/${[command.name, ...path].join(' ')} needs one of its subcommands: ${names}.`);
  }
  return level;
}

/**
 * Checks what was filled in, as Discord's client does before it lets a command go.
 *
 * @returns The options of the interaction, in the command's order, wrapped in their subcommands.
 * @throws {Refusal} naming the option that is missing, unknown or out of its limits.
 */
export function commandOptions(command: ApiCommand, filled: Filled, resolver: Resolver): SentOption[] {
  const defined = optionsAt(command, filled.path);
  refuseUnknown(command, defined, filled);
  const sent = defined.flatMap((option): SentOption[] => {
    const value = filled.options[option.name];
    if (value === undefined || value === '') {
      if (option.required) throw new Refusal(`The option "${option.name}" is required.`, option.name);
      return [];
    }
    return [{ name: option.name, type: option.type, value: checkedValue(option, value, resolver) }];
  });
  return wrapped(command, filled.path, sent);
}

/**
 * The options of an autocompletion: the focused one as typed, the others as far as they are filled in.
 *
 * @throws {Refusal} when the option does not complete.
 */
export function completionOptions(
  command: ApiCommand,
  filled: Filled,
  focused: string,
  typed: string,
): { options: SentOption[]; optionType: number } {
  const defined = optionsAt(command, filled.path);
  refuseUnknown(command, defined, filled);
  const target = defined.find(({ name }) => name === focused);
  if (!target?.autocomplete) {
    throw new Refusal(`The option "${focused}" of /${command.name} has no suggestions.`, focused);
  }
  const sent = defined.flatMap(({ name, type }): SentOption[] => {
    if (name === focused) return [{ name, type, value: typed, focused: true }];
    const value = filled.options[name];
    return value === undefined || value === '' ? [] : [{ name, type, value }];
  });
  return { options: wrapped(command, filled.path, sent), optionType: target.type };
}

function refuseUnknown(command: ApiCommand, defined: readonly ApiCommandOption[], filled: Filled): void {
  for (const name of Object.keys(filled.options)) {
    if (defined.some((option) => option.name === name)) continue;
    throw new Refusal(`/${[command.name, ...filled.path].join(' ')} has no option "${name}".`, name);
  }
}

function wrapped(command: ApiCommand, path: readonly string[], sent: SentOption[]): SentOption[] {
  const types: number[] = [];
  let level = command.options ?? [];
  for (const name of path) {
    const found = level.find((option) => option.name === name);
    types.push(found?.type ?? 1);
    level = found?.options ?? [];
  }
  return path.reduceRight<SentOption[]>(
    (inner, name, index) => [{ name, type: types[index] ?? 1, options: inner }],
    sent,
  );
}

function checkedValue(option: ApiCommandOption, value: OptionValue, resolver: Resolver): OptionValue {
  const refuse = (problem: string) => new Refusal(`The option "${option.name}" ${problem}.`, option.name);
  switch (option.type) {
    case 3: {
      const text = String(value);
      const least = option.min_length ?? 0;
      const most = option.max_length ?? COMMAND_LIMITS.stringLength;
      if (text.length < least) throw refuse(`needs at least ${least} characters`);
      if (text.length > most) throw refuse(`takes at most ${most} characters`);
      return chosen(option, text, refuse);
    }
    case 4:
    case 10: {
      const amount = typeof value === 'string' ? Number(value) : value;
      if (typeof amount !== 'number' || !Number.isFinite(amount)) throw refuse('needs a number');
      if (option.type === 4 && !Number.isSafeInteger(amount)) throw refuse('needs a whole number');
      if (option.min_value !== undefined && amount < option.min_value) {
        throw refuse(`must be at least ${option.min_value}`);
      }
      if (option.max_value !== undefined && amount > option.max_value) {
        throw refuse(`must be at most ${option.max_value}`);
      }
      return chosen(option, amount, refuse);
    }
    case 5:
      if (typeof value !== 'boolean') throw refuse('needs True or False');
      return value;
    default: {
      const id = String(value);
      if (!resolver.add(option.type, id)) throw refuse(`names nothing known: ${id}`);
      return id;
    }
  }
}

/** With choices, only one of them can be sent. */
function chosen(
  option: ApiCommandOption,
  value: string | number,
  refuse: (problem: string) => Refusal,
): string | number {
  if (!option.choices || option.choices.some((choice) => choice.value === value)) return value;
  throw refuse(`must be one of ${option.choices.map(({ name }) => `"${name}"`).join(', ')}`);
}
