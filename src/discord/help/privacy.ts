import { AUDIT_DEFAULTS } from '../../state/audit.ts';
import { forgetPerson } from '../../state/forget-person.ts';
import type { CommandContext } from '../command.ts';
import { counted } from '../quoting/view-lines.ts';
import { button, buttonRows, note } from '../replies/view-parts.ts';
import { KEPT } from '../replies/view-records.ts';
import { formatCustomId } from '../routing/custom-id.ts';

/** The command whose `press` handles the button. */
export const HELP_SCOPE = 'help';

const FORGET = 'forget';
const DAY = 24 * 60 * 60 * 1000;

/** What is kept of whoever uses the bot, for how long, and how it is deleted; a paragraph. @param gapsDays as configured */
export function privacyText(gapsDays: number): string {
  const days = (milliseconds: number) => counted(Math.round(milliseconds / DAY), 'day');
  const gaps =
    gapsDays === 0
      ? 'Questions without a good answer are not kept.'
      : `Questions without a good answer, private ones too, are shown to those who look after the articles for ${counted(gapsDays, 'day')}, without a name.`;
  return [
    `**What is kept:** the words of a question, for as long as the buttons of its answer work (${days(KEPT.view)}; ${days(KEPT.privateView)} when only you see it), and votes (${days(KEPT.vote)}); not your name or id.`,
    gaps,
    `Changes of the articles are logged with who made them (${days(AUDIT_DEFAULTS.age)}).`,
    'Deleting an answer deletes its question; the button below deletes all that is kept of your questions and votes.',
  ].join(' ');
}

/** The button under `privacyText`. */
export function privacyButtons() {
  return buttonRows([
    button('Delete what is kept of me', formatCustomId(HELP_SCOPE, FORGET), { style: 'danger' }),
  ]);
}

/** Deletes what is kept of whoever pressed the button, and tells what that was. */
export async function pressPrivacy({ door, state, people, user }: CommandContext): Promise<void> {
  await door.defer({ private: true });
  const { views, votes } = await forgetPerson(state, people, user.id);
  const text =
    views + votes === 0
      ? 'Nothing is kept of you.'
      : `Deleted: what stood behind the buttons of ${counted(views, 'message')} of yours, which no longer work, and ${counted(votes, 'vote')}.`;
  await door.send(note(text), { private: true });
}
