import { setTimeout as sleep } from 'node:timers/promises';
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../log.ts';

const DEFAULTS = {
  /** How long Discord's word on who owns the application is taken for true, in milliseconds. */
  trust: 5 * 60 * 1000,
  /** How long to wait for it, in milliseconds: an interaction has three seconds. */
  patience: 2000,
} as const;

/** A member of a team who was invited has not accepted yet. */
const ACCEPTED = 2;
const READ_ONLY = 'read_only';

const Application = z.object({
  bot_public: z.boolean(),
  owner: z.object({ id: z.string() }).optional(),
  team: z
    .object({
      members: z.array(
        z.object({
          user: z.object({ id: z.string() }),
          membership_state: z.number(),
          role: z.string().optional(),
        }),
      ),
    })
    .nullish(),
});

/** What the developer portal says of the bot's application. */
export interface ApplicationFacts {
  /** Anybody may invite the bot. */
  readonly botPublic: boolean;
  /** Ids of its owner, or of the members of its team who accepted and may change it. */
  readonly owners: ReadonlySet<string>;
}

export interface OwnersOptions {
  readonly rest: Pick<REST, 'get'>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Knows who owns the bot's application; asks Discord anew when the last answer is some minutes old. */
export class Owners {
  readonly #options: OwnersOptions;
  #known: { readonly at: number; readonly facts: ApplicationFacts } | undefined;

  constructor(options: OwnersOptions) {
    this.#options = options;
  }

  /** Undefined when Discord does not say: then nobody counts as an owner. */
  async application(): Promise<ApplicationFacts | undefined> {
    const { rest, log, now } = this.#options;
    if (this.#known !== undefined && now() - this.#known.at < DEFAULTS.trust) return this.#known.facts;
    try {
      const answer = await Promise.race([
        rest.get(Routes.currentApplication()),
        sleep(DEFAULTS.patience, undefined, { ref: false }),
      ]);
      const facts = factsOf(Application.parse(answer));
      this.#known = { at: now(), facts };
      return facts;
    } catch (err) {
      log.warn({ err }, 'Discord did not say who owns the application');
      return undefined;
    }
  }

  async has(userId: string): Promise<boolean> {
    return (await this.application())?.owners.has(userId) ?? false;
  }
}

function factsOf({ bot_public: botPublic, owner, team }: z.infer<typeof Application>): ApplicationFacts {
  const members = team?.members.filter(
    ({ membership_state: state, role }) => state === ACCEPTED && role !== READ_ONLY,
  );
  const owners = members?.map(({ user }) => user.id) ?? (owner === undefined ? [] : [owner.id]);
  return { botPublic, owners: new Set(owners) };
}
