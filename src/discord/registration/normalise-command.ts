import { ApplicationCommandType } from 'discord.js';

/** Fields of a command that are ours to set; Discord's answers carry others beside them. */
const FIELDS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'nsfw',
  'contexts',
  'integration_types',
] as const;

/** Fields that mean something for global commands only. */
const GLOBAL_ONLY: ReadonlySet<string> = new Set(['contexts', 'integration_types']);

/** Lists in which the order means nothing. */
const UNORDERED: ReadonlySet<string> = new Set(['contexts', 'integration_types', 'channel_types']);

/**
 * A command's definition in the one form in which two that mean the same are equal as JSON: fields in a fixed order,
 * without those at their defaults, so that Discord's copy can be compared with ours.
 * @param command a definition, or what Discord returns for one
 * @param global whether it is registered for all servers
 */
export function normaliseCommand(command: object, global: boolean): Record<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(command));
  const fields = FIELDS.filter((name) => global || !GLOBAL_ONLY.has(name));
  const kept = fields.flatMap((name) => {
    const value =
      name === 'type'
        ? (given.get(name) ?? ApplicationCommandType.ChatInput)
        : normaliseValue(name, given.get(name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(kept);
}

/** Undefined for what is left out: nothing, false, empty lists and objects. Zero is a value. */
function normaliseValue(name: string, value: unknown): unknown {
  if (value === null || value === false || value === '') return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => normaliseValue('', item)).filter((item) => item !== undefined);
    if (items.length === 0) return undefined;
    return UNORDERED.has(name) ? items.sort((a, b) => Number(a) - Number(b)) : items;
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, normaliseValue(key, item)] as const)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
