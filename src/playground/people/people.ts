import type { ApiUser } from '../shapes/message-shapes.ts';
import type { OptionValue } from '../shapes/page-protocol.ts';
import { isIn, type Member, passerBy } from '../world/actors.ts';
import { directChannel } from '../world/direct-messages.ts';
import { GUILDS, inChannel } from '../world/guild.ts';
import type { Interaction } from '../world/interactions.ts';
import type { World } from '../world/world.ts';
import type { Actions } from './action-types.ts';
import { findComponent } from './find.ts';
import { createOutcome } from './outcome.ts';
import type { FileInput, MessageLike, Options, Outcome, Person, SlashOptions, When } from './person.ts';
import { Refusal } from './refusal.ts';

const encoder = new TextEncoder();

/** A person who acts through the same actions as the page. */
export function createPerson(world: World, actions: Actions, at: (actor: Member) => Actions): Person {
  const { actor } = actions;
  const idOf = (thing: MessageLike | ApiUser) => (typeof thing === 'string' ? thing : thing.id);

  async function outcomeOf(interaction: Interaction, when: When = {}): Promise<Outcome> {
    await (when.until === 'acknowledged' ? interaction.acknowledged : interaction.answered);
    return createOutcome(world, person, interaction);
  }

  function uploaded(file: FileInput): string {
    const { name, data, type = '' } = file;
    const bytes = typeof data === 'string' ? encoder.encode(data) : data;
    return actions.upload({ name, type, bytes }).id;
  }

  function filled(options: Options, attachments: Readonly<Record<string, FileInput>> = {}) {
    const entries = Object.entries({ ...options, ...attachments }).flatMap(
      ([name, value]): [string, OptionValue][] => {
        if (value === undefined) return [];
        return [[name, typeof value === 'object' ? uploaded(value) : value]];
      },
    );
    return Object.fromEntries(entries);
  }

  function pathOf(name: string, { group, subcommand }: SlashOptions): [string, string[]] {
    const [command = '', ...inName] = name.replace(/^\//, '').split(' ');
    return [command, [...inName, ...(group ? [group] : []), ...(subcommand ? [subcommand] : [])]];
  }

  const componentOf = (message: MessageLike, idOrLabel: string): string => {
    const found = actions.messages().find(({ id }) => id === idOf(message));
    return found ? findComponent(found, idOrLabel) : idOrLabel;
  };

  const person: Person = {
    user: actions.actor.user,
    commands: () => actions.commands(),
    messages: () => actions.messages(),
    async slash(name, options = {}, how = {}) {
      const [command, path] = pathOf(name, how);
      return outcomeOf(actions.slash(command, path, filled(options, how.attachments)), how);
    },
    async autocomplete(name, option, typed, others = {}, how = {}) {
      const [command, path] = pathOf(name, how);
      const interaction = actions.autocomplete(command, path, option, typed, filled(others));
      const ack = await interaction.acknowledged;
      if (ack.kind === 'choices') return ack.choices;
      throw new Error('Loading options failed: the bot gave no suggestions in time.');
    },
    async messageCommand(name, message, when) {
      return outcomeOf(actions.messageCommand(name, idOf(message)), when);
    },
    async userCommand(name, user, when) {
      return outcomeOf(actions.userCommand(name, idOf(user)), when);
    },
    async press(message, idOrLabel, when) {
      return outcomeOf(actions.press(idOf(message), componentOf(message, idOrLabel)), when);
    },
    async forge(message, customId, values) {
      return outcomeOf(actions.forge(idOf(message), customId, values));
    },
    async choose(message, idOrLabel, values, when) {
      return outcomeOf(actions.choose(idOf(message), componentOf(message, idOrLabel), values), when);
    },
    async submit(modalId, fields, when) {
      const sent = Object.entries(fields).map(([name, value]): [string, string | string[]] => [
        name,
        typeof value === 'string'
          ? value
          : value.map((item) => (typeof item === 'string' ? item : uploaded(item))),
      ]);
      return outcomeOf(actions.submit(modalId, Object.fromEntries(sent)), when);
    },
    in(place) {
      const own = GUILDS.filter((guild) => isIn(actor, guild));
      const guild =
        place === 'direct' ? directChannel(actor) : own.flatMap((one) => inChannel(one, place) ?? [])[0];
      if (guild === undefined) throw new Refusal('There is no such channel.');
      return createPerson(world, at({ ...actor, guild }), at);
    },
    another: (number) => createPerson(world, at(passerBy(actor, number)), at),
    speak(locale) {
      actor.own.locale = locale;
    },
    install(installed) {
      actor.own.installed = installed;
      world.emit({ type: 'commands' });
    },
    async say(content, { files = [], repliesTo } = {}) {
      return actions.say(content, files.map(uploaded), repliesTo && idOf(repliesTo));
    },
    async direct(content) {
      return actions.direct(content);
    },
    directMessages: () => actions.directMessages(),
    async forward(message) {
      return actions.forward(idOf(message));
    },
    async poll(question, answers) {
      return actions.poll(question, answers);
    },
    async remove(message) {
      actions.remove(idOf(message));
    },
  };
  return person;
}
