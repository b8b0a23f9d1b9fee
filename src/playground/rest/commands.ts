import { missingAccess, unknownApplication, unknownCommand, unknownGuild } from '../shapes/api-error.ts';
import type { ApiCommand, ApiCommandOption } from '../shapes/message-shapes.ts';
import { type CommandBody, checkCommand, checkCommands } from '../validate/validate-command.ts';
import { GUILDS, IDS } from '../world/guild.ts';
import type { World } from '../world/world.ts';
import { created, noContent, ok, type RestRequest, type Route, route } from './rest-route.ts';

const GLOBAL = '/applications/:application/commands';
const GUILD = '/applications/:application/guilds/:guild/commands';

/** Registration of commands: https://discord.com/developers/docs/interactions/application-commands#endpoints */
export function commandRoutes(world: World): Route[] {
  return [...routesOf(world, GLOBAL, false), ...routesOf(world, GUILD, true)];
}

/** The server whose commands are meant; undefined for the global ones. */
type Scope = string | undefined;

function routesOf(world: World, base: string, inGuild: boolean): Route[] {
  const guard = (request: RestRequest): Scope => {
    if (request.param('application') !== IDS.application) throw unknownApplication();
    if (!inGuild) return undefined;
    const guild = request.param('guild');
    if (!GUILDS.some(({ id }) => id === guild)) throw unknownGuild();
    if (!world.guilds.has(guild)) throw missingAccess();
    return guild;
  };
  const own = (scope: Scope) => [...world.commands.values()].filter(({ guild_id }) => guild_id === scope);
  const find = (request: RestRequest, scope: Scope) => {
    const command = world.commands.get(request.param('command'));
    if (command?.guild_id !== scope || command === undefined) throw unknownCommand();
    return command;
  };

  /** Keeps the id of a command of the same kind and name, and its version when nothing changed. */
  const write = (body: CommandBody, scope: Scope): { command: ApiCommand; known: boolean } => {
    const before = own(scope).find(({ name, type }) => name === body.name && type === body.type);
    const command = toCommand(world, body, scope, before);
    world.commands.set(command.id, command);
    return { command, known: before !== undefined };
  };

  return [
    route('GET', base, (request) => {
      return ok(own(guard(request)));
    }),
    route('PUT', base, (request) => {
      const scope = guard(request);
      const bodies = checkCommands(request.body);
      const before = own(scope);
      const commands = bodies.map((body) => write(body, scope).command);
      for (const { id } of before) if (!commands.some((kept) => kept.id === id)) world.commands.delete(id);
      world.emit({ type: 'commands' });
      return ok(commands);
    }),
    route('POST', base, (request) => {
      const scope = guard(request);
      const { command, known } = write(checkCommand(request.body), scope);
      world.emit({ type: 'commands' });
      return known ? ok(command) : created(command);
    }),
    route('GET', `${base}/:command`, (request) => {
      return ok(find(request, guard(request)));
    }),
    route('PATCH', `${base}/:command`, (request) => {
      const scope = guard(request);
      const before = find(request, scope);
      const changes = typeof request.body === 'object' && request.body !== null ? request.body : {};
      const body = checkCommand({ ...writable(before), ...changes, type: before.type });
      const command = toCommand(world, body, scope, before);
      world.commands.set(command.id, command);
      world.emit({ type: 'commands' });
      return ok(command);
    }),
    route('DELETE', `${base}/:command`, (request) => {
      world.commands.delete(find(request, guard(request)).id);
      world.emit({ type: 'commands' });
      return noContent();
    }),
  ];
}

/** The parts of a command that its owner may set. */
function writable({ id: _, application_id: __, version: ___, guild_id: ____, ...rest }: ApiCommand) {
  return rest;
}

function toCommand(
  world: World,
  body: CommandBody,
  scope: string | undefined,
  before: ApiCommand | undefined,
): ApiCommand {
  const { contexts, integration_types, dm_permission, nsfw, options, ...rest } = body;
  const command: ApiCommand = {
    ...rest,
    description: body.description ?? '',
    id: before?.id ?? world.makeId(),
    application_id: IDS.application,
    version: before?.version ?? '',
    default_member_permissions: body.default_member_permissions ?? null,
    nsfw: nsfw ?? false,
    integration_types: integration_types ?? [0],
    contexts: scope === undefined ? (contexts ?? null) : null,
    ...(scope === undefined ? { dm_permission: dm_permission ?? true } : { guild_id: scope }),
    ...(body.type === 1 && options && options.length > 0 ? { options: options.map(trimmedOption) } : {}),
  };
  const same = before !== undefined && JSON.stringify(before) === JSON.stringify(command);
  return same ? before : { ...command, version: world.makeId() };
}

/** Discord leaves out what is false or empty. */
function trimmedOption(option: ApiCommandOption): ApiCommandOption {
  const { required, autocomplete, options, choices, ...rest } = option;
  return {
    ...rest,
    ...(required ? { required } : {}),
    ...(autocomplete ? { autocomplete } : {}),
    ...(choices && choices.length > 0 ? { choices } : {}),
    ...(options && options.length > 0 ? { options: options.map(trimmedOption) } : {}),
  };
}
