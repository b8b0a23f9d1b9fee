/**
 * What the page and the playground's server say to each other: JSON messages over one WebSocket at `/page`. What the
 * page says is `PageMessage` (`http/page-messages.ts`); this is what it gets.
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
  /** Every channel that can be chosen or mentioned, threads too. */
  channels: { id: Snowflake; name: string }[];
  /** The commands this user may use, all three types; the page searches in them. */
  commands: ApiCommand[];
  /** Oldest first; ephemeral ones of this user included, those of others not. */
  messages: ApiMessage[];
  /** Ids of messages whose deferred answer never came: show "The application did not respond" in place of "thinking…". */
  unanswered: Snowflake[];
  /** What the newspaper of this machine has still to publish; absent when there is none. */
  newspaper?: NewspaperState;
}

/** A newspaper of which articles come out by a button. */
export interface NewspaperState {
  title: string;
  /** Articles that have not come out yet. */
  left: number;
}

/** An article has come out. Replaces `State.newspaper`. */
export interface NewspaperChanged {
  type: 'newspaper';
  newspaper?: NewspaperState;
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
  | NewspaperChanged
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
