import type { ApiCommand } from '../shapes/message-shapes.ts';
import { PERMISSION } from '../shapes/permission-bits.ts';
import type { Actor } from '../world/actors.ts';

/** Whether a person may use a command here: its default permissions, and that it exists in guilds. */
export function mayUse(actor: Actor, command: ApiCommand): boolean {
  if (command.contexts && !command.contexts.includes(0)) return false;
  if (command.integration_types && !command.integration_types.includes(0)) return false;
  if (command.default_member_permissions === null) return true;
  const needed = BigInt(command.default_member_permissions);
  if ((actor.permissions & PERMISSION.administrator) !== 0n) return true;
  return needed !== 0n && (actor.permissions & needed) === needed;
}
