import type { ApiAttachment, ApiCommand, ApiMessage, Snowflake } from '../shapes/message-shapes.ts';
import type { OptionValue } from '../shapes/page-protocol.ts';
import type { Member } from '../world/actors.ts';
import type { IncomingFile } from '../world/attached-files.ts';
import type { Interaction } from '../world/interactions.ts';
import type { ModalFields } from './modal-fields.ts';

/** Everything one person can do. What Discord's client would not allow throws a `Refusal`. */
export interface Actions {
  readonly actor: Member;
  /** The commands this person may use. */
  commands(): ApiCommand[];
  /** What this person sees, oldest first. */
  messages(): ApiMessage[];
  slash(
    command: string,
    path: readonly string[],
    options: Readonly<Record<string, OptionValue>>,
  ): Interaction;
  autocomplete(
    command: string,
    path: readonly string[],
    focused: string,
    typed: string,
    options: Readonly<Record<string, OptionValue>>,
  ): Interaction;
  messageCommand(command: string, messageId: Snowflake): Interaction;
  userCommand(command: string, userId: Snowflake): Interaction;
  press(messageId: Snowflake, customId: string): Interaction;
  choose(messageId: Snowflake, customId: string, values: readonly string[]): Interaction;
  /**
   * What a changed client can send, and Discord is not known to refuse: a press of something that the message does not
   * have.
   * @param values absent: a button
   */
  forge(messageId: Snowflake, customId: string, values?: readonly string[]): Interaction;
  submit(modalId: string, fields: ModalFields): Interaction;
  closeModal(modalId: string): void;
  upload(file: IncomingFile): ApiAttachment;
  /** @param repliesTo the message that it is a reply to */
  say(content: string, uploadIds: readonly string[], repliesTo?: Snowflake): ApiMessage;
  forward(messageId: Snowflake): ApiMessage;
  /** Writes to the bot alone. */
  direct(content: string): ApiMessage;
  /** What the person and the bot wrote to each other, oldest first. */
  directMessages(): ApiMessage[];
  poll(question: string, answers: readonly string[]): ApiMessage;
  remove(messageId: Snowflake): void;
}
