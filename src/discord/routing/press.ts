import { type MessageComponentInteraction, MessageFlags, MessageFlagsBitField } from 'discord.js';
import type { CommandContext, Use } from '../command.ts';
import { mayChange } from '../permissions/change-answer.ts';
import { note } from '../replies/view-parts.ts';
import type { WordKey } from '../words/languages.ts';

/** A button or menu that somebody used, under a message whose content can be made again from what is kept of it. */
export interface Press {
  readonly context: CommandContext;
  /** The key of what is kept. */
  readonly viewId: string;
  /** The page or option that it asks for. */
  readonly index: number;
  /** The signature of what the button was made for. */
  readonly mark: string;
  /** The message that the button sits on. */
  readonly messageId: string;
  /** Whether that message is seen by one person only. */
  readonly private: boolean;
  /** Whether it may be changed for everyone; others get a copy of their own. */
  readonly mine: boolean;
}

export interface PressActions<Kept> {
  /** What is kept under a key; undefined when it is too old or was deleted. */
  readonly load: (context: CommandContext, viewId: string) => Promise<Kept | undefined>;
  readonly actions: ReadonlyMap<string, (press: Press, kept: Kept) => Promise<void>>;
  /** Actions that take the message away; they work whatever is kept. */
  readonly removals: readonly string[];
  readonly remove: (press: Press, action: string) => Promise<void>;
  /** What is said when nothing is kept any more. */
  readonly expired: WordKey;
  /** What is said to whom the message is not. */
  readonly notYours: WordKey;
}

/** Makes the handler of the buttons and menus under one kind of message. Their `args` are the key, a number, a mark. */
export function createPressHandler<Kept>(
  wanted: PressActions<Kept>,
): (context: CommandContext, use: Use<MessageComponentInteraction>) => Promise<void> {
  return async (context, { interaction, action, args }) => {
    const press = readPress(context, interaction, args);
    const tell = (key: WordKey) => context.door.send(note(context.words.say(key)), { private: true });
    if (wanted.removals.includes(action))
      return press.mine ? wanted.remove(press, action) : tell(wanted.notYours);
    const kept = await wanted.load(context, press.viewId);
    const act = wanted.actions.get(action);
    return kept === undefined || act === undefined ? tell(wanted.expired) : act(press, kept);
  };
}

function readPress(
  context: CommandContext,
  interaction: MessageComponentInteraction,
  [viewId = '', at = '0', mark = '']: readonly string[],
): Press {
  const { message } = interaction;
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  const isPrivate = new MessageFlagsBitField(message.flags).has(MessageFlags.Ephemeral);
  // A reply to a message has no interaction; what is kept for its buttons stands under a tag of the asker.
  const isTheirs = viewId.startsWith(context.people.tagOf(context.user.id));
  const asker = message.interactionMetadata?.user.id ?? (isTheirs ? context.user.id : undefined);
  return {
    context,
    viewId,
    index: Number.parseInt(chosen ?? at, 10) || 0,
    mark,
    messageId: message.id,
    private: isPrivate,
    mine: mayChange(context.user, { private: isPrivate, asker }),
  };
}
