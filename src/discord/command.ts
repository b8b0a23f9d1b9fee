import type {
  APIApplicationCommandOptionChoice,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Answer } from '../answer/answer.ts';
import type { Config } from '../config/config.ts';
import type { Keeper } from '../corpus/keep/keeper.ts';
import type { FetchedPage, FetchOptions } from '../corpus/links/fetch-page.ts';
import type { FeedTools } from '../feeds/open-feeds.ts';
import type { Library as WholeLibrary } from '../library/index.ts';
import type { Log } from '../log.ts';
import type { Audit } from '../state/audit.ts';
import type { Claims } from '../state/claims.ts';
import type { Arrivals } from '../state/feeds/arrivals.ts';
import type { Follows } from '../state/feeds/follows.ts';
import type { Gaps } from '../state/gaps.ts';
import type { Judgements } from '../state/judgements.ts';
import type { People } from '../state/person-tags.ts';
import type { ServerSettings, ServerSettingsStore } from '../state/server-settings.ts';
import type { State } from '../state/state.ts';
import type { DateIndexCache } from '../timeline/events/date-index/date-index-cache.ts';
import type { QuoteCounts } from './asking/quote-counts.ts';
import type { Conversations } from './conversation/conversations.ts';
import type { FeedDesk } from './corpus/feeds/feed-desk.ts';
import type { RunningReloads } from './corpus/running-reloads.ts';
import type { ExampleQuestions } from './help/example-questions.ts';
import type { Meter } from './meter.ts';
import type { Home } from './permissions/home.ts';
import type { Owners } from './permissions/owners.ts';
import type { RecentResults } from './recent-results.ts';
import type { Door } from './replies/reply.ts';
import type { Budget } from './routing/question-budget.ts';
import type { WorkQueue } from './routing/work-queue.ts';
import type { Cooldowns } from './settings/cooldowns.ts';
import type { ArticleNames } from './sources/article-names.ts';
import type { DrawnTimeline } from './timelines/drawn.ts';
import type { WordKey } from './words/languages.ts';
import type { Dictionary, Words } from './words/words.ts';

/** Whoever holds the corpus; each call of `current` may give a newer snapshot. */
type Library = Pick<WholeLibrary, 'current' | 'reload' | 'status' | 'terms' | 'understand'>;

/** What the corpus is kept with; all of it is opened and closed by whoever starts the bot. */
export interface CorpusTools {
  readonly library: Library;
  readonly keeper: Keeper;
  readonly gaps: Gaps;
  readonly audit: Audit;
  /** Articles that have just come and are still to be told. */
  readonly arrivals: Arrivals;
  /** What feeds are read with; absent when the bot may not read any. */
  readonly feedTools?: FeedTools;
  /** Fetches a page safely; absent when moderators may not add articles by their address. */
  readonly fetchPage?: (url: string, options?: FetchOptions) => Promise<FetchedPage>;
}

/** What every command can use; made once, at the start. */
export interface Services extends CorpusTools {
  readonly state: State;
  readonly config: Config;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For work of some milliseconds that would otherwise hold up the answers to others. */
  readonly queue: WorkQueue;
  /** What each person may still ask for. */
  readonly budget: Budget;
  readonly cooldowns: Cooldowns;
  readonly conversations: Conversations;
  readonly examples: ExampleQuestions;
  readonly serverSettings: ServerSettingsStore;
  readonly dictionary: Dictionary;
  readonly people: People;
  /** Topics that people follow. */
  readonly follows: Follows;
  /** What moderators do with feeds; absent when the bot may not read any. */
  readonly feeds?: FeedDesk;
  readonly quotes: QuoteCounts;
  /** What members found right or wrong. */
  readonly judgements: Judgements;
  /** What may be done once only. */
  readonly claims: Claims;
  readonly reloads: RunningReloads;
  /** What the articles are called where one of them is chosen. */
  readonly names: ArticleNames;
  /** Where the corpus is kept, as things stand now. */
  readonly home: () => Home;
  readonly owners: Owners;
  /** The dates of each snapshot, read once. */
  readonly dateIndexes: DateIndexCache;
  /** Answers and pictures that were made lately: of many who press at once, one has them made. */
  readonly recentAnswers: RecentResults<Answer>;
  readonly recentPictures: RecentResults<Promise<DrawnTimeline>>;
  readonly meter: Meter;
  /** Every command there is, in the order in which `/help` lists them. */
  readonly commands: readonly Command[];
}

/** What a command gets for one interaction. */
export interface CommandContext extends Services {
  readonly door: Door;
  readonly user: {
    readonly id: string;
    /** May manage messages or the server. */
    readonly moderator: boolean;
  };
  /** The server; absent in direct messages. */
  readonly guildId: string | null;
  /** Where the person is: the channel, and of a thread the channel that it belongs to. */
  readonly channelIds: readonly string[];
  /** Discord shows what the bot says here to the person alone, whatever is asked for. */
  readonly keptPrivate: boolean;
  /** Those of the server. */
  readonly settings: ServerSettings;
  /** For what the person alone sees: in their language. */
  readonly words: Words;
  /** For what everyone sees: in the server's language. */
  readonly publicWords: Words;
}

/** A button or select that was used, or a form that was sent; `action` and `args` come from its custom id. */
export interface Use<T> {
  readonly interaction: T;
  readonly action: string;
  readonly args: readonly string[];
}

export type Choice = APIApplicationCommandOptionChoice<string>;

interface Parts {
  /** What it takes of a person's budget; absent: `COSTS.command`. */
  readonly cost?: number;
  /** What the custom ids of the command's buttons, selects and forms begin with; needed for `press` and `submit`. */
  readonly scope?: string;
  /**
   * Shows the corpus whole or changes it: registered only where somebody may do that, and let through only to them.
   */
  readonly forKeepers?: true;
  /** Handles the command's buttons and selects. Who may use them is checked here: Discord gates only the command. */
  readonly press?: (context: CommandContext, use: Use<MessageComponentInteraction>) => Promise<void>;
  /** Handles the command's forms. */
  readonly submit?: (context: CommandContext, use: Use<ModalSubmitInteraction>) => Promise<void>;
}

/** `/name …` */
export interface SlashCommand extends Parts {
  readonly kind: 'slash';
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly run: (context: CommandContext, interaction: ChatInputCommandInteraction) => Promise<void>;
  /** Suggestions while an option is typed; at most 25 are shown, and it must be quick: it can't be deferred. */
  readonly complete?: (
    services: Services,
    interaction: AutocompleteInteraction,
  ) => Promise<readonly Choice[]>;
}

/** An entry of the menu "Apps" of a message. */
interface MessageCommand extends Parts {
  readonly kind: 'message';
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  /** One sentence for `/help`: Discord has no place for it. */
  readonly help: WordKey;
  readonly run: (context: CommandContext, interaction: MessageContextMenuCommandInteraction) => Promise<void>;
}

/** A command is data plus one function; buttons, forms and suggestions of its own are optional. */
export type Command = SlashCommand | MessageCommand;
