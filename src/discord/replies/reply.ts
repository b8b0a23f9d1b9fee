import {
  type APIModalInteractionResponseCallbackData,
  type CommandInteraction,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type Message,
  type MessageComponentInteraction,
  type MessageCreateOptions,
  MessageFlags,
  type ModalSubmitInteraction,
  type TextChannel,
} from 'discord.js';
import { viewProblems } from './check-view.ts';
import type { View } from './view-parts.ts';

/** What can be answered with a message. */
export type Answerable = CommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

interface Visibility {
  /** Only the person who acted sees it. Discord fixes this with the first answer, also with a `defer`. */
  readonly private: boolean;
}

/**
 * The one way out: everything the bot says to an interaction goes through here. It sends Components V2 within
 * Discord's limits, mentions nobody, and finds the right call for the state that the interaction is in.
 */
export interface Door {
  /** Whether Discord has been told anything yet; without that for 3 seconds the interaction fails. */
  readonly acknowledged: boolean;
  /** Deferred, and no message yet, for whom: the next `send` or `update` fills it. */
  readonly thinking: 'public' | 'private' | undefined;
  /** Shows "thinking…" until `send`, which then may take up to 15 minutes. */
  defer(visibility: Visibility): Promise<void>;
  /** For a component: acknowledges it, its message stays as it is until `update`. */
  deferUpdate(): Promise<void>;
  /** As `deferUpdate` for what was done on a message of ours, as `defer` for anything else. */
  begin(visibility: Visibility): Promise<void>;
  /** A message: the answer, or one more when there has been an answer. */
  send(view: View, visibility: Visibility): Promise<void>;
  /** Replaces the message that the component sits on, or else the answer that was sent last. */
  update(view: View): Promise<void>;
  /** Deletes the message that the component sits on, or else the answer. */
  remove(): Promise<void>;
  /** Opens a form; only as the first answer, and not to a form. */
  modal(modal: APIModalInteractionResponseCallbackData): Promise<void>;
}

/** A view that Discord would refuse: a mistake of the program, found before it is sent. */
class ViewError extends Error {
  override readonly name = 'ViewError';
}

/** `thinking`: deferred, no message yet. `original`: `@original` is the message that a component sits on. */
type Stage = 'new' | 'thinking' | 'answered' | 'original';

/**
 * Opens the door for one interaction.
 * @param onAnswer told each time Discord has taken something, the first time included
 */
export function openDoor(interaction: Answerable, onAnswer: () => void = () => undefined): Door {
  let stage: Stage = 'new';
  let deferredFor: 'public' | 'private' = 'public';
  const reach = (next: Stage) => {
    stage = next;
    onAnswer();
  };
  const onMessage =
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());

  async function deferUpdate() {
    if (!onMessage) throw new TypeError('Only a component has a message to update');
    await interaction.deferUpdate();
    reach('original');
  }

  async function defer(visibility: Visibility) {
    await interaction.deferReply({ flags: visibility.private ? [MessageFlags.Ephemeral] : [] });
    deferredFor = visibility.private ? 'private' : 'public';
    reach('thinking');
  }

  return {
    deferUpdate,
    defer,
    begin: (visibility) => (onMessage ? deferUpdate() : defer(visibility)),
    get acknowledged() {
      return stage !== 'new';
    },
    get thinking() {
      return stage === 'thinking' ? deferredFor : undefined;
    },
    async send(view, visibility) {
      if (stage === 'thinking') {
        await interaction.editReply(edit(view));
        reach('answered');
        return;
      }
      const first = stage === 'new';
      const message = create(view, visibility);
      await (first ? interaction.reply(message) : interaction.followUp(message));
      if (first) reach('answered');
    },
    async update(view) {
      if (stage === 'new' && onMessage) {
        await interaction.update(edit(view));
        reach('original');
        return;
      }
      await interaction.editReply(edit(view));
      if (stage === 'thinking') reach('answered');
    },
    async remove() {
      if (stage === 'new') await deferUpdate();
      await interaction.deleteReply();
      // What is sent next is a message of its own.
      if (stage === 'thinking') reach('answered');
    },
    async modal(modal) {
      if (interaction.isModalSubmit()) throw new TypeError('A form cannot open another form');
      await interaction.showModal(modal);
      reach('answered');
    },
  };
}

/** A message that the bot sends by itself; it pings nobody. */
export function messageOf(view: View) {
  return { ...payload(view), flags: [MessageFlags.IsComponentsV2] as const } satisfies MessageCreateOptions;
}

/** Answers a message with another, which pings nobody. */
export async function replyTo(message: Message, view: View): Promise<void> {
  await message.reply({
    ...messageOf(view),
    allowedMentions: { parse: [], repliedUser: false },
  });
}

/** Posts in a channel, and pings nobody. */
export async function postIn(channel: Pick<TextChannel, 'send'>, view: View): Promise<void> {
  await channel.send({ ...payload(view), flags: [MessageFlags.IsComponentsV2] });
}

function create(view: View, visibility: Visibility) {
  const flags = visibility.private
    ? ([MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const)
    : ([MessageFlags.IsComponentsV2] as const);
  return { ...payload(view), flags } satisfies InteractionReplyOptions;
}

/** An edit keeps the old files unless told otherwise, and turns a deferred answer into Components V2. */
function edit(view: View) {
  const flags = [MessageFlags.IsComponentsV2] as const;
  return { ...payload(view), flags, attachments: [] } satisfies InteractionEditReplyOptions;
}

function payload(view: View) {
  const problems = viewProblems(view);
  if (problems.length > 0) throw new ViewError(`Discord would refuse this message: ${problems.join('; ')}`);
  return {
    components: [...view.components],
    files: (view.files ?? []).map(({ name, data, description }) => ({
      name,
      attachment: data,
      ...(description !== undefined && { description }),
    })),
    allowedMentions: { parse: [] },
  };
}
