/**
 * What a person can type, and what it means. Pure.
 *
 * @typedef {import('../../shapes/message-shapes.ts').ApiCommand} ApiCommand
 * @typedef {import('../../shapes/message-shapes.ts').ApiCommandOption} ApiCommandOption
 * @typedef {import('../../shapes/page-protocol.ts').OptionValue} OptionValue
 * @typedef {{ users: { id: string, name: string }[], channels: { id: string, name: string }[] }} Entities who and what
 *   can be chosen by name
 * @typedef {{ command: string, path: string[], name: string, description: string, options: ApiCommandOption[] }} Entry
 *   a line of the command list; `name` is what is typed after the slash: "corpus reload"
 */

export const OPTION = /** @type {const} */ ({
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
});

/**
 * @param {ApiCommand[]} commands of all types
 * @returns {Entry[]} the slash commands by name; each subcommand is a line of its own
 */
export function listEntries(commands) {
  return commands
    .filter(({ type }) => type === 1)
    .flatMap((command) => leaves(command.name, [], command.description, command.options ?? []))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** @param {string} command @param {string[]} path @param {string} description @param {ApiCommandOption[]} options @returns {Entry[]} */
function leaves(command, path, description, options) {
  const inner = options.filter(({ type }) => type === OPTION.subcommand || type === OPTION.group);
  if (inner.length === 0)
    return [{ command, path, name: [command, ...path].join(' '), description, options }];
  return inner.flatMap((option) =>
    leaves(command, [...path, option.name], option.description, option.options ?? []),
  );
}

/**
 * @param {Entry[]} entries
 * @param {string} typed what stands after the slash
 * @returns {Entry[]} those that begin with it, then those that contain it, then those whose description does
 */
export function filterEntries(entries, typed) {
  const wanted = typed.trim().toLowerCase();
  /** @param {Entry} entry */
  const rank = ({ name, description }) => {
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    return description.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return entries.filter((entry) => rank(entry) < 3).toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Reads a command that was typed or pasted in full: `/ask question: who is it`, or `/ask who is it`, where all the rest
 * is the first option.
 *
 * @param {Entry[]} entries
 * @param {string} text with its slash
 * @returns {{ entry: Entry, typed: Record<string, string> } | undefined} nothing until a name and a space are there
 */
export function parseTyped(entries, text) {
  const entry = entries
    .filter(({ name }) => text.startsWith(`/${name} `))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (!entry) return undefined;
  const rest = text.slice(entry.name.length + 2);
  /** @type {Record<string, string>} */
  const typed = {};
  const names = new Set(entry.options.map(({ name }) => name));
  const marks = [...rest.matchAll(/(?<!\S)([^\s:]+):/gu)].filter(([, name = '']) => names.has(name));
  marks.forEach((mark, i) => {
    const from = mark.index + mark[0].length;
    typed[mark[1] ?? ''] = rest.slice(from, marks[i + 1]?.index).trim();
  });
  const first = entry.options.find(({ type }) => type !== OPTION.attachment);
  if (marks.length === 0 && rest.trim() !== '' && first) typed[first.name] = rest.trimStart();
  return { entry, typed };
}

/**
 * The fixed choices of an option, if it has any.
 *
 * @param {ApiCommandOption} option
 * @param {Entities} entities
 * @returns {{ name: string, value: OptionValue }[] | undefined}
 */
export function choicesOf(option, entities) {
  if (option.choices?.length) return option.choices;
  switch (option.type) {
    case OPTION.boolean:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case OPTION.user:
    case OPTION.mentionable:
      return entities.users.map(({ id, name }) => ({ name, value: id }));
    case OPTION.channel:
      return entities.channels.map(({ id, name }) => ({ name: `#${name}`, value: id }));
    case OPTION.role:
      return [];
    default:
      return undefined;
  }
}

/**
 * @param {ApiCommandOption} option
 * @param {string} typed what stands in its field
 * @param {{ name: string, value: OptionValue }[] | undefined} choices its fixed choices
 * @returns {{ value: OptionValue | undefined } | { error: string }} no value when the field is empty and may be
 */
export function readValue(option, typed, choices) {
  if (typed.trim() === '') {
    return option.required ? { error: `“${option.name}” is required.` } : { value: undefined };
  }
  if (choices) {
    const wanted = typed.trim().toLowerCase();
    const choice = choices.find(({ name }) => name.toLowerCase() === wanted);
    return choice ? { value: choice.value } : { error: `“${option.name}” must be one of its choices.` };
  }
  if (option.type === OPTION.integer || option.type === OPTION.number) return readNumber(option, typed);
  const { min_length: least = 0, max_length: most = 6000 } = option;
  if (typed.length < least) return { error: `“${option.name}” must have at least ${least} characters.` };
  if (typed.length > most) return { error: `“${option.name}” may have at most ${most} characters.` };
  return { value: typed };
}

/** @param {ApiCommandOption} option @param {string} typed @returns {{ value: number } | { error: string }} */
function readNumber({ name, type, min_value: least, max_value: most }, typed) {
  const value = Number(typed.trim());
  if (!Number.isFinite(value)) return { error: `“${name}” must be a number.` };
  if (type === OPTION.integer && !Number.isInteger(value))
    return { error: `“${name}” must be a whole number.` };
  if (least !== undefined && value < least) return { error: `“${name}” must be at least ${least}.` };
  if (most !== undefined && value > most) return { error: `“${name}” may be at most ${most}.` };
  return { value };
}
