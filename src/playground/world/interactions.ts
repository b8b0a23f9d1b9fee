import { randomBytes } from 'node:crypto';
import { alreadyAcknowledged, invalidToken, unknownInteraction } from '../shapes/api-error.ts';
import { type ApiChoice, type ApiModal, MESSAGE_FLAGS, type Snowflake } from '../shapes/message-shapes.ts';
import type { Member } from './actors.ts';
import type { World } from './world.ts';

/** Source: https://discord.com/developers/docs/interactions/receiving-and-responding */
const INTERACTION_LIMITS = {
  /** Milliseconds from dispatch to acknowledgement. */
  acknowledge: 3000,
  /** Milliseconds for which a token can be used. */
  token: 15 * 60_000,
} as const;

/** How the bot acknowledged, or that it did not. */
export type Ack =
  | { kind: 'message' | 'thinking' | 'update'; messageId: Snowflake }
  | { kind: 'deferredUpdate' }
  | { kind: 'choices'; choices: ApiChoice[] }
  | { kind: 'modal'; modalId: string; modal: ApiModal }
  | { kind: 'failed'; text: string };

/** What a new interaction is about; the rest of its life is in `Interaction`. */
export interface InteractionSeed {
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  type: number;
  actor: Member;
  /** By what the application is there: `0` installed in a server (its id; `0` in direct messages), `1` by a person (theirs). */
  owners: Readonly<Record<string, Snowflake>>;
  /** The command's full name, for commands and what follows from them. */
  name?: string;
  /** 1 slash, 2 user, 3 message. */
  commandType?: number;
  /** The message whose component began it (directly, or through a modal). */
  sourceMessageId?: Snowflake;
  targetMessageId?: Snowflake;
  /** Type of the option that is completed. */
  optionType?: number;
}

export interface Interaction extends InteractionSeed {
  readonly id: Snowflake;
  readonly token: string;
  /** Unix milliseconds at which the event left for the bot. */
  readonly dispatchedAt: number;
  /** Settled once: by the callback, or by its absence. */
  readonly acknowledged: Promise<Ack>;
  /** Resolves when an answer can be seen: at once, or with the first content after a deferral; also when it fails. */
  readonly answered: Promise<void>;
  ack?: Ack;
  /** What `@original` means. */
  originalId?: Snowflake;
  followUpIds: Snowflake[];
  /** Unix milliseconds of the acknowledgement. */
  acknowledgedAt?: number;
}

interface Entry {
  interaction: Interaction;
  acknowledge(ack: Ack): void;
  answer(): void;
  stopWaiting(): void;
}

/** A modal that somebody has open. */
export interface OpenModal {
  id: string;
  modal: ApiModal;
  userId: Snowflake;
  parent: Interaction;
}

/** The words of Discord's client. */
export const FAILED_COMMAND = 'The application did not respond';
const FAILED_COMPONENT = 'This interaction failed';

/** Every interaction's life: 3 seconds to acknowledge, once, then 15 minutes of its token. */
export class Interactions {
  readonly #world: World;
  readonly #byToken = new Map<string, Entry>();
  readonly #modals = new Map<string, OpenModal>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Begins an interaction; the caller sends its event now. */
  begin(seed: InteractionSeed): Interaction {
    const world = this.#world;
    const acknowledged = Promise.withResolvers<Ack>();
    const answered = Promise.withResolvers<void>();
    const interaction: Interaction = {
      ...seed,
      id: world.makeId(),
      token: randomBytes(48).toString('base64url'),
      dispatchedAt: world.now(),
      acknowledged: acknowledged.promise,
      answered: answered.promise,
      followUpIds: [],
    };
    const stopWaiting = world.deadlines.at(interaction.dispatchedAt + INTERACTION_LIMITS.acknowledge, () =>
      this.fail(interaction),
    );
    this.#byToken.set(interaction.token, {
      interaction,
      acknowledge: acknowledged.resolve,
      answer: answered.resolve,
      stopWaiting,
    });
    world.deadlines.at(interaction.dispatchedAt + INTERACTION_LIMITS.token, () => this.#expire(interaction));
    return interaction;
  }

  /** The interaction was not acknowledged, or could not even be sent. */
  fail(interaction: Interaction): void {
    const entry = this.#byToken.get(interaction.token);
    if (!entry || interaction.ack) return;
    entry.stopWaiting();
    const text = interaction.type === 2 || interaction.type === 4 ? FAILED_COMMAND : FAILED_COMPONENT;
    interaction.ack = { kind: 'failed', text };
    entry.acknowledge(interaction.ack);
    entry.answer();
  }

  /**
   * The interaction that a callback is for.
   *
   * @throws {ApiError} 10062 when unknown or too late, 40060 when it has been acknowledged already.
   */
  awaiting(id: Snowflake, token: string): Interaction {
    const interaction = this.#byToken.get(token)?.interaction;
    if (interaction?.id !== id) throw unknownInteraction();
    if (interaction.ack && interaction.ack.kind !== 'failed') throw alreadyAcknowledged();
    const late = this.#world.now() - interaction.dispatchedAt > INTERACTION_LIMITS.acknowledge;
    if (late || interaction.ack) {
      this.fail(interaction);
      throw unknownInteraction();
    }
    return interaction;
  }

  /** Records the callback. */
  acknowledge(interaction: Interaction, ack: Ack): void {
    const entry = this.#byToken.get(interaction.token);
    if (!entry || interaction.ack) return;
    entry.stopWaiting();
    interaction.ack = ack;
    interaction.acknowledgedAt = this.#world.now();
    if (ack.kind === 'message' || ack.kind === 'thinking' || ack.kind === 'update') {
      interaction.originalId = ack.messageId;
    } else if (ack.kind === 'deferredUpdate' && interaction.sourceMessageId !== undefined) {
      interaction.originalId = interaction.sourceMessageId;
    }
    entry.acknowledge(ack);
    if (ack.kind !== 'thinking') entry.answer();
  }

  /** A deferred answer has got its content, or was deleted. */
  answer(interaction: Interaction): void {
    this.#byToken.get(interaction.token)?.answer();
  }

  /**
   * The interaction that a follow-up or an edit belongs to.
   *
   * @throws {ApiError} 50027 when the token is unknown or older than 15 minutes.
   */
  withToken(token: string): Interaction {
    const interaction = this.#byToken.get(token)?.interaction;
    if (!interaction || this.#world.now() - interaction.dispatchedAt > INTERACTION_LIMITS.token) {
      throw invalidToken();
    }
    return interaction;
  }

  openModal(modal: ApiModal, parent: Interaction): OpenModal {
    const open: OpenModal = { id: this.#world.makeId(), modal, userId: parent.actor.user.id, parent };
    this.#modals.set(open.id, open);
    return open;
  }

  modal(id: string, userId: Snowflake): OpenModal | undefined {
    const open = this.#modals.get(id);
    return open?.userId === userId ? open : undefined;
  }

  closeModal(id: string): void {
    this.#modals.delete(id);
  }

  #expire(interaction: Interaction): void {
    const entry = this.#byToken.get(interaction.token);
    if (!entry) return;
    this.#byToken.delete(interaction.token);
    const id = interaction.ack?.kind === 'thinking' ? interaction.originalId : undefined;
    const stored = id === undefined ? undefined : this.#world.message(id);
    if (stored && (stored.message.flags & MESSAGE_FLAGS.loading) !== 0) {
      stored.unanswered = true;
      this.#world.emit({ type: 'messageUnanswered', stored });
    }
    entry.answer();
  }
}
