/**
 * What the page and the playground's server say to each other: JSON messages over one WebSocket at `/page`.
 *
 * The page opens the socket and says `hello`; the server answers with `state`, the whole truth for that user. After
 * that, changes arrive one at a time. Every request of the page carries an `id` of the page's own choice, unique per
 * socket, and is answered exactly once with the same `id`: by `done`, `choices`, `modal`, `failed` or `refused`.
 * Messages are not part of that answer: a reply of the bot arrives as `message` whether or not this page asked for it
 * (two open pages see the same channel), a deferred one as a message with the flag "loading" that is updated later.
 *
 * Files: the page sends `POST /upload?name=<file name>` with the bytes as body and the file's Content-Type (an empty
 * one is read as application/octet-stream) and gets `UploadReply` as JSON (status 200), or `{message}` with 400/413;
 * an upload is then named by its id in `slash`, `submit` or `send`. Uploads that are never named are forgotten after
 * 15 minutes.
 */
import type {
  ApiAttachment,
  ApiChoice,
  ApiCommand,
  ApiMessage,
  ApiModal,
  ApiUser,
  Snowflake,
} from './message-shapes.ts';

/**
 * The people one can be: in the first server a plain member, one with the permission "Manage Server", and the owner of
 * the bot's application; and a stranger, who owns the second server.
 */
export type Role = (typeof ROLES)[number];

export const ROLES = ['member', 'moderator', 'owner', 'stranger'] as const;

/** The value of an option: attachments are given as the id of an upload, users as a user's id. */
export type OptionValue = string | number | boolean;

/** Answer of `POST /upload`. `attachment.url` can be shown as a preview. */
export interface UploadReply {
  id: string;
  attachment: ApiAttachment;
}

// ---- page → server ----

/** The first message on a socket, and again after a reconnection: who the page is. Answered by `state` (no `id`). */
export interface Hello {
  type: 'hello';
  as: Role;
}

/** Become the other person. Answered by `state`. Requests still in flight end with `refused`. */
export interface SwitchUser {
  type: 'switch';
  as: Role;
}

/** Send the whole state again. Answered by `state`. */
export interface Refresh {
  type: 'refresh';
}

/**
 * Run a slash command. `path` is empty, or `[subcommand]`, or `[group, subcommand]`. Only options that the user has
 * filled in are given.
 * Answers: `done` as soon as the bot has acknowledged, `modal`, `failed`, `refused`.
 */
export interface RunSlash {
  type: 'slash';
  id: number;
  command: string;
  path: string[];
  options: Record<string, OptionValue>;
}

/**
 * Ask for suggestions while the user types into an option with `autocomplete`. `options` are the other options filled
 * in so far. Answers: `choices`, `failed` (the bot did not answer in 3 s: show "Loading options failed"), `refused`.
 * Later requests do not cancel earlier ones: the page ignores answers that it no longer wants.
 */
export interface Autocomplete {
  type: 'autocomplete';
  id: number;
  command: string;
  path: string[];
  focused: string;
  typed: string;
  options: Record<string, OptionValue>;
}

/** Run a message command ("Apps" in a message's context menu). Answers as for `slash`. */
export interface RunMessageCommand {
  type: 'messageCommand';
  id: number;
  command: string;
  messageId: Snowflake;
}

/** Run a user command. Answers as for `slash`. */
export interface RunUserCommand {
  type: 'userCommand';
  id: number;
  command: string;
  userId: Snowflake;
}

/** Press a button (not a link button: the page opens those itself). Answers as for `slash`. */
export interface Press {
  type: 'press';
  id: number;
  messageId: Snowflake;
  customId: string;
}

/** Choose in a select menu; `values` are option values (string select) or ids (the others). Answers as for `slash`. */
export interface Choose {
  type: 'choose';
  id: number;
  messageId: Snowflake;
  customId: string;
  values: string[];
}

/**
 * Send the modal that is shown. `fields`: custom_id → the text of a text input, the values of a select, or the
 * upload ids of a file upload. Answers as for `slash`; `refused` names the field that is missing, too short or too long, and
 * leaves the modal open.
 */
export interface Submit {
  type: 'submit';
  id: number;
  modalId: string;
  fields: Record<string, string | string[]>;
}

/** Close a modal without sending it. Answer: `done`. */
export interface CloseModal {
  type: 'closeModal';
  id: number;
  modalId: string;
}

/** A plain message of the user in the channel. Answers: `done`, `refused`. */
export interface SendMessage {
  type: 'send';
  id: number;
  content: string;
  /** Upload ids. */
  attachments: string[];
}

/** Post a copy of a public message in the channel. Answers: `done`, `refused`. */
export interface ForwardMessage {
  type: 'forward';
  id: number;
  messageId: Snowflake;
}

/** Delete a message of one's own (a moderator: any public one), or dismiss an ephemeral one. Answers: `done`, `refused`. */
export interface DeleteMessage {
  type: 'delete';
  id: number;
  messageId: Snowflake;
}

export type PageMessage =
  | Hello
  | SwitchUser
  | Refresh
  | RunSlash
  | Autocomplete
  | RunMessageCommand
  | RunUserCommand
  | Press
  | Choose
  | Submit
  | CloseModal
  | SendMessage
  | ForwardMessage
  | DeleteMessage;

// ---- server → page ----

/** Everything this user can see now. Replaces whatever the page had. */
export interface State {
  type: 'state';
  as: Role;
  me: ApiUser;
  /** Everybody in this user's server, the bot included. */
  users: ApiUser[];
  botId: Snowflake;
  /** Whether the bot holds a gateway connection that is ready. */
  botOnline: boolean;
  guild: { id: Snowflake; name: string };
  channel: { id: Snowflake; name: string; topic: string };
  /** The commands this user may use, all three types; the page searches in them. */
  commands: ApiCommand[];
  /** Oldest first; ephemeral ones of this user included, those of others not. */
  messages: ApiMessage[];
  /** Ids of messages whose deferred answer never came: show "The application did not respond" in place of "thinking…". */
  unanswered: Snowflake[];
}

/** The bot changed its commands (or this user's permission to use them). Replaces `State.commands`. */
export interface CommandsChanged {
  type: 'commands';
  commands: ApiCommand[];
}

/** The bot came online or went away. */
export interface BotPresence {
  type: 'bot';
  online: boolean;
}

/** A new message, to be put in order of its id (a snowflake: longer is larger, then compare as strings). */
export interface MessageCreated {
  type: 'message';
  message: ApiMessage;
}

/** A message changed: replaces the one with this id. "(edited)" is shown when `edited_timestamp` is set. */
export interface MessageUpdated {
  type: 'messageUpdate';
  message: ApiMessage;
}

/** A message is gone (deleted or dismissed). */
export interface MessageDeleted {
  type: 'messageDelete';
  messageId: Snowflake;
}

/** A deferred answer never came within 15 minutes: see `State.unanswered`. */
export interface MessageUnanswered {
  type: 'messageUnanswered';
  messageId: Snowflake;
}

/** The request was carried out; for an interaction: the bot has acknowledged it. */
export interface Done {
  type: 'done';
  id: number;
}

/** Suggestions for an `autocomplete`, at most 25. The page shows `name` and keeps `value` as the option's value. */
export interface Choices {
  type: 'choices';
  id: number;
  choices: ApiChoice[];
}

/** The bot answered with a modal: show it; send it with `submit` or give it up with `closeModal`. */
export interface ShowModal {
  type: 'modal';
  id: number;
  modalId: string;
  modal: ApiModal;
}

/**
 * The bot did not acknowledge in 3 s, or could not be reached. `text` is what Discord says: "The application did not
 * respond" (commands) or "This interaction failed" (components and modals). Only the person who asked sees it.
 */
export interface Failed {
  type: 'failed';
  id: number;
  text: string;
  /** The message whose button or select was used. */
  messageId?: Snowflake;
}

/** The request was not allowed or not complete, as Discord's own client would not let the user do it. Plain words. */
export interface Refused {
  type: 'refused';
  id: number;
  text: string;
  /** The option or the field of a modal that is wrong, when it is one. */
  field?: string;
}

/** The server did not understand the page: a mistake in the page. The socket stays open. */
export interface ProtocolError {
  type: 'error';
  text: string;
}

export type ServerMessage =
  | State
  | CommandsChanged
  | BotPresence
  | MessageCreated
  | MessageUpdated
  | MessageDeleted
  | MessageUnanswered
  | Done
  | Choices
  | ShowModal
  | Failed
  | Refused
  | ProtocolError;
