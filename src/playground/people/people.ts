import type { ApiChoice, ApiCommand, ApiMessage, ApiUser, Snowflake } from '../api-types.ts';
import type { Interaction } from '../interactions.ts';
import type { OptionValue } from '../protocol.ts';
import type { World } from '../world.ts';
import type { Actions } from './actions.ts';
import { findComponent } from './find.ts';
import { createOutcome, type Outcome } from './outcome.ts';

/** A file that a person picks. */
export interface FileInput {
  name: string;
  data: string | Uint8Array;
  /** MIME type. */
  type?: string;
}

/** Options as filled in; a file for an attachment option. */
export type Options = Readonly<Record<string, OptionValue | FileInput | undefined>>;

/** When an outcome is ready: with the answer (default), or as soon as the bot has acknowledged. */
export interface When {
  until?: 'answered' | 'acknowledged';
}

/** How a slash command is run beside its options. */
export interface SlashOptions extends When {
  group?: string;
  subcommand?: string;
  /** Files by the names of their options. */
  attachments?: Readonly<Record<string, FileInput>>;
}

type MessageLike = ApiMessage | Snowflake;

/**
 * A user of the bot. Every method does what a click in Discord does; what Discord's client would not allow (no
 * permission, a required option missing, a disabled button) rejects with a `Refusal`.
 */
export interface Person {
  readonly user: ApiUser;
  commands(): ApiCommand[];
  messages(): ApiMessage[];
  /** `name` may hold the subcommand: `slash('corpus reload')`. */
  slash(name: string, options?: Options, how?: SlashOptions): Promise<Outcome>;
  /** The suggestions, or a rejection when the bot did not answer in time. */
  autocomplete(
    name: string,
    option: string,
    typed: string,
    others?: Options,
    how?: SlashOptions,
  ): Promise<ApiChoice[]>;
  messageCommand(name: string, message: MessageLike, when?: When): Promise<Outcome>;
  userCommand(name: string, user: ApiUser | Snowflake, when?: When): Promise<Outcome>;
  press(message: MessageLike, idOrLabel: string, when?: When): Promise<Outcome>;
  /** A press that a changed client makes up; with values, of a menu. */
  forge(message: MessageLike, customId: string, values?: readonly string[]): Promise<Outcome>;
  choose(message: MessageLike, idOrLabel: string, values: readonly string[], when?: When): Promise<Outcome>;
  submit(
    modalId: string,
    fields: Readonly<Record<string, string | readonly string[] | readonly FileInput[]>>,
    when?: When,
  ): Promise<Outcome>;
  say(content: string, files?: readonly FileInput[]): Promise<ApiMessage>;
  /** Writes to the bot alone. */
  direct(content: string): Promise<ApiMessage>;
  /** What the person and the bot wrote to each other, oldest first. */
  directMessages(): ApiMessage[];
  /** Posts a copy of a message in the channel. */
  forward(message: MessageLike): Promise<ApiMessage>;
  poll(question: string, answers: readonly string[]): Promise<ApiMessage>;
  remove(message: MessageLike): Promise<void>;
}

const encoder = new TextEncoder();

/** A person who acts through the same actions as the page. */
export function createPerson(world: World, actions: Actions): Person {
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
    async say(content, files = []) {
      return actions.say(content, files.map(uploaded));
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
