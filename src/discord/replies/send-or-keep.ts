import { refusalText } from '../routing/refusals.ts';
import type { Door } from './reply.ts';
import type { View } from './view-parts.ts';

const INSTEAD = 'So only you see this.';

/** Who sees a view, and a line of Markdown to stand above it. */
export interface Seen {
  readonly private: boolean;
  readonly notice?: string;
}

/**
 * Sends what everyone should see; where Discord refuses that, the person alone gets it, told whose rule it was.
 * @param make the view for whoever will see it
 */
export async function sendOrKeep(door: Door, isPrivate: boolean, make: (seen: Seen) => View): Promise<void> {
  try {
    await door.send(make({ private: isPrivate }), { private: isPrivate });
  } catch (error) {
    const refusal = isPrivate ? undefined : refusalText(error);
    if (refusal === undefined) throw error;
    // A message that waits for its content is for everyone, and stays so.
    if (door.thinking) await door.remove();
    await door.send(make({ private: true, notice: `-# ${refusal} ${INSTEAD}` }), { private: true });
  }
}
