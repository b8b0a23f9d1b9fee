import { z } from 'zod';
import type { ApiCommandOption, Localized } from '../shapes/message-shapes.ts';
import { describedText, localizedName, longest, named } from './command-texts.ts';
import { check, complain, dropNulls, text } from './form.ts';

/** Source: https://discord.com/developers/docs/interactions/application-commands */
export const COMMAND_LIMITS = {
  description: 100,
  options: 25,
  choices: 25,
  choiceText: 100,
  stringLength: 6000,
  /** Characters of names, descriptions and values of one command together. */
  total: 8000,
  /** Commands of one kind, globally or in a guild. */
  slash: 100,
  user: 5,
  message: 5,
} as const;

const L = COMMAND_LIMITS;
const choice = z.object({
  ...localizedName(text(1, L.choiceText)),
  value: z.union([text(1, L.choiceText), z.number()]),
});

const fields = z.object({
  type: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
  ...named,
  ...describedText(L.description),
  required: z.boolean().exactOptional(),
  autocomplete: z.boolean().exactOptional(),
  choices: z.array(choice).max(L.choices).exactOptional(),
  min_value: z.number().exactOptional(),
  max_value: z.number().exactOptional(),
  min_length: z.int().min(0).max(L.stringLength).exactOptional(),
  max_length: z.int().min(1).max(L.stringLength).exactOptional(),
  channel_types: z.array(z.int()).exactOptional(),
});

const leaf = fields.superRefine(checkOption);
const leaves = z.array(leaf).max(L.options).superRefine(checkOptions);
const branch = fields.extend({ options: leaves.exactOptional() }).superRefine(checkOption);
const branches = z.array(branch).max(L.options).superRefine(checkOptions);
const root = fields.extend({ options: branches.exactOptional() }).superRefine(checkOption);
const roots = z.array(root).max(L.options).superRefine(checkOptions);

/** What one option may carry depends on its type. */
function checkOption(option: ApiCommandOption, context: z.core.$RefinementCtx<unknown>): void {
  const refuse = (field: string, message: string) =>
    complain(context, [field], 'APPLICATION_COMMAND_OPTION_INVALID', message);
  const { type } = option;
  const numeric = type === 4 || type === 10;
  if (option.choices && option.autocomplete)
    refuse('autocomplete', 'Choices and autocomplete exclude each other.');
  if (option.choices && type !== 3 && !numeric)
    refuse('choices', 'Choices are for strings and numbers only.');
  if (option.autocomplete && type !== 3 && !numeric) {
    refuse('autocomplete', 'Autocomplete is for strings and numbers only.');
  }
  if ((option.min_value ?? option.max_value) !== undefined && !numeric) {
    refuse('min_value', 'Limits of value are for numbers only.');
  }
  if ((option.min_length ?? option.max_length) !== undefined && type !== 3) {
    refuse('min_length', 'Limits of length are for strings only.');
  }
  if ((option.min_value ?? -Infinity) > (option.max_value ?? Infinity)) {
    refuse('min_value', 'min_value must not be above max_value.');
  }
  if ((option.min_length ?? 0) > (option.max_length ?? L.stringLength)) {
    refuse('min_length', 'min_length must not be above max_length.');
  }
  if (option.options && type > 2) refuse('options', 'Only subcommands and groups have options.');
  if (type < 3 && option.required !== undefined) refuse('required', 'Subcommands cannot be required.');
  if (type === 2 && option.options?.some((inner) => inner.type !== 1)) {
    refuse('options', 'A group holds subcommands only.');
  }
  if (type === 1 && option.options?.some((inner) => inner.type < 3)) {
    refuse('options', 'A subcommand cannot hold subcommands.');
  }
  const seen = new Set<string | number>();
  for (const [index, { name: label, value }] of (option.choices ?? []).entries()) {
    if (typeof value !== (numeric ? 'number' : 'string')) {
      complain(
        context,
        ['choices', index, 'value'],
        'BASE_TYPE_INVALID',
        'The value is not of the option’s type.',
      );
    }
    if (seen.has(`name ${label}`) || seen.has(`value ${value}`)) {
      complain(
        context,
        ['choices', index],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_DUPLICATE',
        'Choice names and values must be unique.',
      );
    }
    seen.add(`name ${label}`).add(`value ${value}`);
  }
}

/** What the options of one level may be together. */
function checkOptions(options: readonly ApiCommandOption[], context: z.core.$RefinementCtx<unknown>): void {
  const seen = new Set<string>();
  let optional = false;
  for (const [index, option] of options.entries()) {
    if (seen.has(option.name)) {
      complain(
        context,
        [index, 'name'],
        'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
        'Option name already exists in options.',
      );
    }
    seen.add(option.name);
    if (option.required && optional) {
      complain(
        context,
        [index],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    if (!option.required) optional = true;
    if (option.type < 3 !== (options[0]?.type ?? 0) < 3) {
      complain(
        context,
        [index, 'type'],
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      );
    }
  }
}

const shared = {
  default_member_permissions: z.string().regex(/^\d+$/).exactOptional(),
  dm_permission: z.boolean().exactOptional(),
  nsfw: z.boolean().exactOptional(),
  contexts: z.array(z.literal([0, 1, 2])).exactOptional(),
  integration_types: z
    .array(z.literal([0, 1]))
    .min(1)
    .exactOptional(),
};

const slash = z.object({
  type: z.literal(1),
  ...named,
  ...describedText(L.description),
  options: roots.exactOptional(),
  ...shared,
});

const menu = z.object({
  type: z.literal([2, 3]),
  ...localizedName(text(1, 32)),
  description: z.literal('', { error: 'Context menu commands cannot have a description.' }).exactOptional(),
  options: z.array(z.never()).max(0).exactOptional(),
  ...shared,
});

const command = z
  .preprocess(withType, z.discriminatedUnion('type', [slash, menu]))
  .superRefine((value, context) => {
    const total = value.type === 1 ? size(value) : value.name.length;
    if (total > L.total) {
      complain(
        context,
        [],
        'APPLICATION_COMMAND_TOO_LARGE',
        `Command exceeds maximum size (${total} of ${L.total} characters)`,
      );
    }
  });

function withType(value: unknown): unknown {
  const clean = dropNulls(value);
  return typeof clean === 'object' && clean !== null && !('type' in clean) ? { ...clean, type: 1 } : clean;
}

function size(part: Pick<ApiCommandOption, 'name' | 'description' | 'options' | keyof Localized>): number {
  let sum = longest(part.name, part.name_localizations);
  sum += longest(part.description, part.description_localizations);
  for (const option of part.options ?? []) {
    sum += size(option);
    for (const { name: label, value, name_localizations: names } of option.choices ?? [])
      sum += longest(label, names) + String(value).length;
  }
  return sum;
}

export type CommandBody = z.infer<typeof command>;

const list = z.array(command).superRefine((commands, context) => {
  const seen = new Set<string>();
  for (const [index, { type, name: own }] of commands.entries()) {
    if (seen.has(`${type} ${own}`)) {
      complain(
        context,
        [index, 'name'],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    }
    seen.add(`${type} ${own}`);
  }
  for (const [type, most] of [
    [1, L.slash],
    [2, L.user],
    [3, L.message],
  ]) {
    if (commands.filter((one) => one.type === type).length > (most ?? 0)) {
      complain(context, [], 'BASE_TYPE_BAD_LENGTH', `At most ${most} commands of type ${type}.`);
    }
  }
});

/** One command of a POST. @throws {ApiError} 400/50035 */
export function checkCommand(value: unknown): CommandBody {
  return check(command, value);
}

/** All commands of a bulk PUT. @throws {ApiError} 400/50035 */
export function checkCommands(value: unknown): CommandBody[] {
  return check(list, value);
}
