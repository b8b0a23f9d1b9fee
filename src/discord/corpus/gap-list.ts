import type { CommandContext } from '../command.ts';
import { counted } from '../quoting/view-lines.ts';
import { button, buttonRows, note, textDisplay } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import { gapKey, gapsView } from './views/gaps-view.ts';
import { CORPUS_SCOPE } from './views/reload-view.ts';

/** Nothing is kept of direct messages. */
const NOWHERE = '';
const OFF = 'Questions are not kept: GAPS_DAYS is 0. Whoever runs me can set it to a number of days.';

/** `/corpus gaps` */
export async function showGaps({ gaps, door, guildId }: CommandContext): Promise<void> {
  if (!gaps.enabled) return door.send(note(OFF), { private: true });
  await door.defer({ private: true });
  await door.update(gapsView(await gaps.list(guildId ?? NOWHERE), 0, gaps.days));
}

/** "Previous" and "Next". */
export async function turnGaps({ gaps, door, guildId }: CommandContext, page: number): Promise<void> {
  await door.deferUpdate();
  await door.update(gapsView(await gaps.list(guildId ?? NOWHERE), page, gaps.days));
}

/** The menu "Forget one of these". */
export async function forgetGap(context: CommandContext, page: number, key: string): Promise<void> {
  const { gaps, door, audit, user, guildId } = context;
  await door.deferUpdate();
  const gap = (await gaps.list(guildId ?? NOWHERE)).find((candidate) => gapKey(candidate) === key);
  if (gap !== undefined) {
    await gaps.clear(guildId ?? NOWHERE, gap);
    await audit.append({ by: user.id, action: 'clear-gaps', what: counted(1, 'question') });
  }
  await door.update(gapsView(await gaps.list(guildId ?? NOWHERE), page, gaps.days));
}

/** "Forget all": asks first. */
export async function confirmForgetAll({ gaps, door, guildId }: CommandContext): Promise<void> {
  const count = (await gaps.list(guildId ?? NOWHERE)).length;
  const id = (action: string, ...args: number[]) => formatCustomId(CORPUS_SCOPE, action, ...args);
  await door.update({
    components: [
      textDisplay(`Forget ${counted(count, 'question')}? That cannot be undone.`),
      ...buttonRows([
        button('Forget them', id('forgetthem'), { style: 'danger' }),
        button('Keep them', id('gaps', 0)),
      ]),
    ],
  });
}

/** "Forget them". */
export async function forgetAll({ gaps, door, audit, user, guildId }: CommandContext): Promise<void> {
  await door.deferUpdate();
  const forgotten = await gaps.clear(guildId ?? NOWHERE);
  await audit.append({ by: user.id, action: 'clear-gaps', what: counted(forgotten, 'question') });
  await door.update(gapsView(await gaps.list(guildId ?? NOWHERE), 0, gaps.days));
}
