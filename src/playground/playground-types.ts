import type { Gateway } from './gateway/gateway.ts';
import type { Newspaper, NewspaperOptions } from './http/newspaper.ts';
import type { Person } from './people/person.ts';
import type { LoggedRequest } from './rest/api.ts';
import type { GatewayPlan } from './rest/gateway-info.ts';
import type { ApiMessage } from './shapes/message-shapes.ts';
import type { ApplicationSettings } from './world/application.ts';
import type { Faults } from './world/faults.ts';

export interface PlaygroundOptions {
  /** 0 or nothing takes a free port. */
  port?: number;
  /** The bot's token; a random one by default. */
  token?: string;
  /** Unix milliseconds; with a clock of your own, call `expire` after moving it. */
  now?: () => number;
  /** Milliseconds between the gateway's heartbeats. */
  heartbeat?: number;
  /** The bot is in a second server too, of people who have nothing to do with the first; no by default. */
  secondGuild?: boolean;
  /** And in a third one, of the same stranger; no by default. */
  thirdGuild?: boolean;
  /** What the application's owner has set; as for a new application by default: public, of one person. */
  application?: Partial<ApplicationSettings>;
  /** How many gateway connections Discord asks for; 1 by default. */
  shards?: number;
  log?: (message: string, details?: Record<string, unknown>) => void;
}

/** A running Discord on loopback. */
export interface Playground {
  /** The page. */
  readonly url: string;
  /** For `rest.api` of discord.js. */
  readonly apiUrl: string;
  readonly port: number;
  readonly token: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly channelId: string;
  /** A second channel of the first server, and a thread of its first channel. */
  readonly readingRoomId: string;
  readonly threadId: string;
  readonly secondGuildId: string;
  readonly thirdGuildId: string;
  readonly thirdChannelId: string;
  readonly botOnline: boolean;
  readonly asMember: Person;
  /** Posts in the first server's channel what the webhook of a feed would: content, embeds or components. */
  asFeed(body: unknown): ApiMessage;
  /** Puts the message there that the thread of the first server began with, as a moderator wrote it. */
  beginThread(content: string): ApiMessage;
  /** Has the permissions Manage Server and Manage Messages in the first server. */
  readonly asModerator: Person;
  /** Owns the bot's application, and the first server. */
  readonly asOwner: Person;
  /** Owns the second server, and is nobody elsewhere. */
  readonly asStranger: Person;
  /**
   * More members of the first server, who may do what everybody may; the bot meets each when they first do something.
   * @param count how many
   */
  crowd(count: number): Person[];
  readonly faults: Faults;
  /** The bot's REST requests, oldest first. */
  readonly requests: LoggedRequest[];
  /** What happened at the gateway so far. */
  readonly gateway: Readonly<Gateway['counts']>;
  /** Somebody invites the bot to the second server. */
  joinSecondGuild(): void;
  /** The bot is thrown out of the second server. */
  leaveSecondGuild(): void;
  /** Gives the moderator the permission Manage Server, or takes it. */
  letModeratorManage(allowed: boolean): void;
  /** Whether the stranger's server lets applications that only a person installed answer for all to see. */
  letStrangerUseApps(allowed: boolean): void;
  /** What `GET /gateway/bot` says from now on. */
  setGateway(plan: Partial<GatewayPlan>): void;
  /** A newspaper with a feed, whose articles come out by a button of the page. */
  openNewspaper(newspaper: NewspaperOptions): Newspaper;
  /** Lets pass what the clock has left behind: unacknowledged interactions, old tokens. */
  expire(): void;
  close(): Promise<void>;
}
