import type {
  ApiAttachment,
  ApiChoice,
  ApiCommand,
  ApiComponent,
  ApiMessage,
  ApiModal,
  ApiUser,
  Snowflake,
} from '../shapes/message-shapes.ts';
import type { OptionValue } from '../shapes/page-protocol.ts';

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

export type MessageLike = ApiMessage | Snowflake;

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
  /** The same person in another channel or thread of their servers, or alone with the bot. */
  in(place: Snowflake | 'direct'): Person;
  /**
   * Somebody else in the same place, with no permissions but those of everybody, known by nothing but what they do there.
   * @param number the same one for the same number
   */
  another(number: number): Person;
  /** The language of the person's client from now on, as Discord names it. */
  speak(locale: string): void;
  /** Installs the application for themselves, wherever they are. */
  install(installed: boolean): void;
  say(
    content: string,
    how?: { readonly files?: readonly FileInput[]; readonly repliesTo?: MessageLike },
  ): Promise<ApiMessage>;
  /** Writes to the bot alone. */
  direct(content: string): Promise<ApiMessage>;
  /** What the person and the bot wrote to each other, oldest first. */
  directMessages(): ApiMessage[];
  /** Posts a copy of a message in the channel. */
  forward(message: MessageLike): Promise<ApiMessage>;
  poll(question: string, answers: readonly string[]): Promise<ApiMessage>;
  remove(message: MessageLike): Promise<void>;
}

/** What a person sees after doing something. Everything is read when asked for: later edits show. */
export interface Outcome {
  /** The answer as it stands now; for a button that changed its message, that message. */
  readonly message: ApiMessage | undefined;
  readonly followUps: ApiMessage[];
  /** All visible text: content, text displays and embeds, of the answer and then of the follow-ups. */
  readonly text: string;
  readonly ephemeral: boolean;
  /** "… is thinking". */
  readonly thinking: boolean;
  /** The answer's components at every depth. */
  readonly components: ApiComponent[];
  readonly files: { name: string; type: string; bytes: Uint8Array; attachment: ApiAttachment }[];
  readonly modal: ApiModal | undefined;
  readonly choices: ApiChoice[] | undefined;
  /** What Discord says when the bot did not answer. */
  readonly failed: string | undefined;
  /** Milliseconds from dispatch to acknowledgement. */
  readonly acknowledgedAfter: number | undefined;
  /** Presses a button of the answer or of a follow-up, by custom_id or label. */
  press(idOrLabel: string, when?: When): Promise<Outcome>;
  /** Chooses in a select menu, by custom_id or placeholder. */
  choose(idOrLabel: string, values: readonly string[], when?: When): Promise<Outcome>;
  /** Sends the modal; fields by custom_id or label. */
  submit(
    fields: Readonly<Record<string, string | readonly string[] | readonly FileInput[]>>,
    when?: When,
  ): Promise<Outcome>;
  /** Waits until the answer is as wanted; rejects after `ms` milliseconds with what it was then. */
  waitFor(wanted: (outcome: Outcome) => boolean, ms?: number): Promise<Outcome>;
  /** Waits until nothing has changed for `quiet` milliseconds. */
  settled(quiet?: number): Promise<Outcome>;
}
