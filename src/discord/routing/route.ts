import type { AutocompleteInteraction, Interaction } from 'discord.js';
import type { Choice, Command, CommandContext, Services } from '../command.ts';
import type { InFlight } from '../connection/in-flight.ts';
import { corpusAccess, isLetIn, mayKeepCorpus } from '../permissions/corpus-access.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { clip } from '../replies/fit-text.ts';
import { type Answerable, openDoor } from '../replies/reply.ts';
import { note } from '../replies/view-parts.ts';
import { isRealPress } from './check-press.ts';
import { contextOf } from './context-of.ts';
import { parseCustomId } from './custom-id.ts';
import { withErrorBoundary } from './errors.ts';
import { mayGoOn, maySuggest } from './spend-budget.ts';

/**
 * Sends each interaction to the command it is for. The function that is returned never rejects; while `inFlight` is
 * open it tracks each handler there, afterwards the user is asked to try again.
 */
export function createRouter(
  services: Services,
  inFlight: InFlight,
): (interaction: Interaction) => Promise<void> {
  const { log, commands, meter } = services;
  const scopes = new Map(
    commands.flatMap((command) => (command.scope === undefined ? [] : [[command.scope, command]])),
  );

  return (interaction) =>
    inFlight.track(interaction.isAutocomplete() ? suggest(interaction) : answer(interaction));

  async function answer(interaction: Answerable): Promise<void> {
    const span = meter.begin(nameOf(interaction));
    const door = openDoor(interaction, span.acknowledged);
    // Before anything is waited for: what has arrived is finished.
    const { open } = inFlight;
    const context = await contextOf(services, interaction, door);
    const { words } = context;
    const outcome = await withErrorBoundary({ log, door, words }, describe(interaction), async () => {
      if (!open) await door.send(note(words.say('route.closing')), { private: true });
      else if (interaction.isMessageComponent() && !isRealPress(interaction))
        await door.send(note(words.say('route.unknownButton')), { private: true });
      else if (await mayGoOn(context, interaction)) await dispatch(interaction, context);
    });
    span.ended(outcome);
  }

  /** A name out of a fixed set: what a stranger can choose would fill the numbers' memory. */
  function nameOf(interaction: Answerable): string {
    if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
      return commands.find(({ data }) => data.name === interaction.commandName)?.data.name ?? 'unknown';
    const id =
      interaction.isMessageComponent() || interaction.isModalSubmit()
        ? parseCustomId(interaction.customId)
        : undefined;
    const command = id?.kind === 'current' ? scopes.get(id.scope) : undefined;
    const kind = interaction.isModalSubmit() ? 'form' : 'button';
    return command === undefined ? 'unknown' : `${command.data.name} ${kind}`;
  }

  async function dispatch(interaction: Answerable, context: CommandContext): Promise<void> {
    if (interaction.isChatInputCommand()) {
      const command = find('slash', interaction.commandName);
      if (command !== undefined) return gated(command, () => command.run(context, interaction));
    } else if (interaction.isMessageContextMenuCommand()) {
      const command = find('message', interaction.commandName);
      if (command !== undefined) return gated(command, () => command.run(context, interaction));
    } else if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
      const id = parseCustomId(interaction.customId);
      const command = id.kind === 'current' ? scopes.get(id.scope) : undefined;
      const { submit, press } = command ?? {};
      if (id.kind === 'current' && command !== undefined) {
        const { action, args } = id;
        if (interaction.isModalSubmit() && submit !== undefined)
          return gated(command, () => submit(context, { interaction, action, args }));
        if (interaction.isMessageComponent() && press !== undefined)
          return gated(command, () => press(context, { interaction, action, args }));
      }
      await context.door.send(note(context.words.say('route.unknownButton')), { private: true });
      return;
    }
    await context.door.send(note(context.words.say('route.unknownCommand')), { private: true });

    /** Discord gates commands only, and not in the way that is needed; whatever comes is checked here. */
    async function gated(command: Command, work: () => Promise<void>): Promise<void> {
      if (command.forKeepers !== true || (await mayKeepCorpus(context, interaction))) await work();
    }
  }

  /** Suggestions can be neither deferred nor explained: whatever goes wrong, the list is empty. */
  async function suggest(interaction: AutocompleteInteraction): Promise<void> {
    let choices: readonly Choice[] = [];
    const span = meter.begin('suggestions');
    await withErrorBoundary({ log }, describe(interaction), async () => {
      const command = find('slash', interaction.commandName);
      if (command?.forKeepers === true && !isLetIn(await corpusAccess(services, interaction))) return;
      if (!maySuggest(services, interaction)) return;
      choices = (await command?.complete?.(services, interaction)) ?? [];
    });
    const outcome = await withErrorBoundary({ log }, describe(interaction), async () => {
      await interaction.respond(fitChoices(choices));
      span.acknowledged();
    });
    span.ended(outcome);
  }

  function find<K extends Command['kind']>(kind: K, name: string): Extract<Command, { kind: K }> | undefined {
    return commands.find(
      (command): command is Extract<Command, { kind: K }> =>
        command.kind === kind && command.data.name === name,
    );
  }
}

/** At most 25 choices, each name and value once, names clipped; values that are too long are left out. */
function fitChoices(choices: readonly Choice[]): Choice[] {
  const byValue = new Map(
    choices
      .filter(({ name, value }) => name.trim() !== '' && value !== '' && value.length <= LIMITS.choiceText)
      .map(({ name, value }) => [value, { name: clip(name, LIMITS.choiceText), value }]),
  );
  return [...byValue.values()].slice(0, LIMITS.choices);
}

/** What the log is told: enough to find the fault, nothing that the user wrote. */
function describe(interaction: Answerable | AutocompleteInteraction): Readonly<Record<string, unknown>> {
  return {
    interaction: interaction.id,
    guild: interaction.guildId,
    ...('commandName' in interaction && { command: interaction.commandName }),
    ...('customId' in interaction && { customId: interaction.customId }),
  };
}
