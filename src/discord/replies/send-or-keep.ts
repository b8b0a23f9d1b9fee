import type { CommandContext } from '../command.ts';
import { refusalOf } from '../routing/refusals.ts';
import { type Sight, whyText } from '../settings/who-sees.ts';
import type { Words } from '../words/words.ts';
import { firstReplyNote } from './first-reply.ts';
import type { View } from './view-parts.ts';

/** Who sees a view, in which words, and a line of Markdown to stand above it. */
export interface Seen {
  readonly private: boolean;
  readonly words: Words;
  readonly notice?: string;
}

/** How a view is seen by one person alone, or by everyone. */
export function seenBy(
  { words, publicWords }: Pick<CommandContext, 'words' | 'publicWords'>,
  isPrivate: boolean,
  notice?: string,
): Seen {
  return {
    private: isPrivate,
    words: isPrivate ? words : publicWords,
    ...(notice !== undefined && { notice }),
  };
}

/**
 * Sends what everyone should see; where Discord refuses that, or the server's settings do, the person alone gets it, told
 * whose rule it was.
 * @param make the view for whoever will see it
 */
export async function sendOrKeep(
  context: CommandContext,
  sight: Sight,
  make: (seen: Seen) => View,
): Promise<void> {
  const { door, words } = context;
  if (sight.private) return keep(whyText(sight, context, words));
  try {
    const first = await firstReplyNote(context, false);
    await door.send(make(seenBy(context, false, first)), { private: false });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    await keep(`-# ${words.say(refusal)} ${words.say('seen.onlyYou')}`);
  }

  async function keep(notice: string | undefined): Promise<void> {
    // A message that waits for its content for everyone stays for everyone.
    if (door.thinking === 'public') await door.remove();
    const lines = [notice, await firstReplyNote(context, true)].filter((line) => line !== undefined);
    const above = lines.length === 0 ? undefined : lines.join('\n');
    await door.send(make(seenBy(context, true, above)), { private: true });
  }
}
