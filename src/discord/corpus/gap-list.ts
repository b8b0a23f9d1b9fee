import type { CommandContext } from '../command.ts';
import { button, buttonRows, note, textDisplay } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import { counted } from './log-words.ts';
import { gapKey, gapsView } from './views/gaps-view.ts';
import { judgedKey, judgedMenu } from './views/judged-view.ts';
import { CORPUS_SCOPE } from './views/reload-view.ts';

/** Nothing is kept of direct messages. */
const NOWHERE = '';

/** `/corpus gaps` */
export async function showGaps(context: CommandContext): Promise<void> {
  await context.door.defer({ private: true });
  await show(context, 0);
}

/** "Previous" and "Next". */
export async function turnGaps(context: CommandContext, page: number): Promise<void> {
  await context.door.deferUpdate();
  await show(context, page);
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
  await show(context, page);
}

/** The menu "Undo one of these": forgets the votes that moved a passage. */
export async function undoJudged(context: CommandContext, page: number, key: string): Promise<void> {
  const { judgements, door, audit, user, guildId } = context;
  await door.deferUpdate();
  const judged = (await judgements.list(guildId ?? NOWHERE)).find((each) => judgedKey(each) === key);
  if (judged !== undefined) {
    const votes = await judgements.forget(guildId ?? NOWHERE, judged);
    await audit.append({ by: user.id, action: 'clear-votes', what: counted(votes, 'vote') });
  }
  await show(context, page);
}

/** The questions without a good answer, and below them what votes have moved. */
async function show({ gaps, judgements, door, guildId, words }: CommandContext, page: number): Promise<void> {
  const place = guildId ?? NOWHERE;
  const view = gaps.enabled
    ? gapsView(await gaps.list(place), page, gaps.days, words)
    : note(words.say('corpus.gapsOff'));
  const menu = judgedMenu(await judgements.list(place), page, words);
  await door.update({ ...view, components: [...view.components, ...menu] });
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
export async function forgetAll(context: CommandContext): Promise<void> {
  const { gaps, door, audit, user, guildId } = context;
  await door.deferUpdate();
  const forgotten = await gaps.clear(guildId ?? NOWHERE);
  await audit.append({ by: user.id, action: 'clear-gaps', what: counted(forgotten, 'question') });
  await show(context, 0);
}
