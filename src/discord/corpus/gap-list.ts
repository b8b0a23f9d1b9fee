import type { CommandContext } from '../command.ts';
import { button, buttonRows, note, textDisplay } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import { counted } from './log-words.ts';
import { gapKey, gapsView } from './views/gaps-view.ts';
import { CORPUS_SCOPE } from './views/reload-view.ts';

/** Nothing is kept of direct messages. */
const NOWHERE = '';

/** `/corpus gaps` */
export async function showGaps({ gaps, door, guildId, words }: CommandContext): Promise<void> {
  if (!gaps.enabled) return door.send(note(words.say('corpus.gapsOff')), { private: true });
  await door.defer({ private: true });
  await door.update(gapsView(await gaps.list(guildId ?? NOWHERE), 0, gaps.days, words));
}

/** "Previous" and "Next". */
export async function turnGaps({ gaps, door, guildId, words }: CommandContext, page: number): Promise<void> {
  await door.deferUpdate();
  await door.update(gapsView(await gaps.list(guildId ?? NOWHERE), page, gaps.days, words));
}

/** The menu "Forget one of these". */
export async function forgetGap(context: CommandContext, page: number, key: string): Promise<void> {
  const { gaps, door, audit, user, guildId, words } = context;
  await door.deferUpdate();
  const gap = (await gaps.list(guildId ?? NOWHERE)).find((candidate) => gapKey(candidate) === key);
  if (gap !== undefined) {
    await gaps.clear(guildId ?? NOWHERE, gap);
    await audit.append({ by: user.id, action: 'clear-gaps', what: counted(1, 'question') });
  }
  await door.update(gapsView(await gaps.list(guildId ?? NOWHERE), page, gaps.days, words));
}

/** "Forget all": asks first. */
export async function confirmForgetAll({ gaps, door, guildId, words }: CommandContext): Promise<void> {
  const count = (await gaps.list(guildId ?? NOWHERE)).length;
  const id = (action: string, ...args: number[]) => formatCustomId(CORPUS_SCOPE, action, ...args);
  await door.update({
    components: [
      textDisplay(words.say('corpus.forgetSure', { count })),
      ...buttonRows([
        button(words.say('corpus.forgetThem'), id('forgetthem'), { style: 'danger' }),
        button(words.say('corpus.keepThem'), id('gaps', 0)),
      ]),
    ],
  });
}

/** "Forget them". */
export async function forgetAll({ gaps, door, audit, user, guildId, words }: CommandContext): Promise<void> {
  await door.deferUpdate();
  const forgotten = await gaps.clear(guildId ?? NOWHERE);
  await audit.append({ by: user.id, action: 'clear-gaps', what: counted(forgotten, 'question') });
  await door.update(gapsView(await gaps.list(guildId ?? NOWHERE), 0, gaps.days, words));
}
