import { AUDIT_DEFAULTS } from '../../state/audit.ts';
import { forgetPerson } from '../../state/forget-person.ts';
import type { CommandContext } from '../command.ts';
import { button, buttonRows, note } from '../replies/view-parts.ts';
import { KEPT } from '../replies/view-records.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';

/** The command whose `press` handles the button. */
export const HELP_SCOPE = 'help';

const FORGET = 'forget';
const DAY = 24 * 60 * 60 * 1000;

/** What is kept of whoever uses the bot, for how long, and how it is deleted; a paragraph. @param gapsDays as configured */
export function privacyText(gapsDays: number, words: Words): string {
  const days = (milliseconds: number) => words.say('count.days', { count: Math.round(milliseconds / DAY) });
  const gaps =
    gapsDays === 0
      ? words.say('help.noGaps')
      : words.say('help.gaps', { days: words.say('count.days', { count: gapsDays }) });
  return [
    words.say('help.kept', {
      view: days(KEPT.view),
      privateView: days(KEPT.privateView),
      vote: days(KEPT.vote),
    }),
    gaps,
    words.say('help.log', { days: days(AUDIT_DEFAULTS.age) }),
    words.say('help.followed'),
    words.say('help.deleting'),
  ].join(' ');
}

/** The button under `privacyText`. */
export function privacyButtons(words: Words) {
  return buttonRows([
    button(words.say('help.forget'), formatCustomId(HELP_SCOPE, FORGET), { style: 'danger' }),
  ]);
}

/** Deletes what is kept of whoever pressed the button, and tells what that was. */
export async function pressPrivacy({
  door,
  state,
  people,
  user,
  words,
  follows,
}: CommandContext): Promise<void> {
  await door.defer({ private: true });
  const { views, votes } = await forgetPerson(state, people, user.id);
  const followed = (await follows.list()).filter(({ owner }) => owner === user.id);
  for (const { id } of followed) await follows.remove(id);
  const texts = [
    ...(views + votes === 0 ? [] : [words.say('help.forgotten', { messages: views, votes })]),
    ...(followed.length === 0 ? [] : [words.say('help.unfollowed', { count: followed.length })]),
  ];
  await door.send(note(texts.join(' ') || words.say('help.nothingKept')), { private: true });
}
