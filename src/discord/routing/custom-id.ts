import { LIMITS } from '../replies/discord-limits.ts';

/** What a button, select or modal is for. `scope` names the command that handles it. */
interface CustomId {
  readonly scope: string;
  readonly action: string;
  readonly args: readonly string[];
}

/** `outdated`: from another version of the bot, so its meaning is not known; `foreign`: not ours at all. */
export type ParsedCustomId =
  | ({ readonly kind: 'current' } & CustomId)
  | { readonly kind: 'outdated' }
  | { readonly kind: 'foreign' };

/** Raise it when the meaning of existing custom ids changes. */
const VERSION = 1;

const PART = /^[\w-]+$/;

/**
 * `v1:scope:action:arg:arg`.
 * @throws {RangeError} when a part has other characters than letters, digits, `_`, `-`, or the whole is too long
 */
export function formatCustomId(scope: string, action: string, ...args: readonly (string | number)[]): string {
  const parts = [scope, action, ...args.map(String)];
  const id = `v${VERSION}:${parts.join(':')}`;
  if (!parts.every((part) => PART.test(part)))
    throw new RangeError(`A part of the custom id "${id}" is not allowed`);
  if (id.length > LIMITS.customId)
    throw new RangeError(`The custom id "${id}" is longer than ${LIMITS.customId}`);
  return id;
}

/** Reads what `formatCustomId` wrote; never throws, whatever the text. */
export function parseCustomId(text: string): ParsedCustomId {
  const [version, scope, action, ...args] = text.split(':');
  if (version === undefined || !/^v\d+$/.test(version)) return { kind: 'foreign' };
  if (version !== `v${VERSION}`) return { kind: 'outdated' };
  if (
    scope === undefined ||
    action === undefined ||
    ![scope, action, ...args].every((part) => PART.test(part))
  ) {
    return { kind: 'foreign' };
  }
  return { kind: 'current', scope, action, args };
}
