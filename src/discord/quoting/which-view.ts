import { CORPUS_SCOPE } from '../corpus/views/reload-view.ts';
import { escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { button, buttonRows, textDisplay, type View } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import { counted } from './view-lines.ts';

/** Something that may be meant. */
export interface Candidate {
  /** At most 100 characters, and no other's. */
  readonly name: string;
  readonly key: string;
}

/** What is to be done with what is chosen. */
export interface Intent {
  /** The action of the buttons. */
  readonly action: string;
  /** As on a button: "Remove". */
  readonly verb: string;
  /** It is hard to undo, or frightening. */
  readonly danger?: boolean;
}

/** Asks which of several is meant, with a button for each. @param more how many others fit too */
export function whichView(candidates: readonly Candidate[], more: number, intent: Intent): View {
  const lines = candidates.map(({ name }, index) => `${index + 1}. ${escapeMarkdown(name)}`);
  const others = more > 0 ? [subtext(`${counted(more, 'other')} fit too: type more of the title.`)] : [];
  return {
    components: [
      textDisplay(['**Several fit. Which one do you mean?**', ...lines, ...others].join('\n')),
      ...buttonRows([
        ...candidates.map((candidate, index) => pick(`${intent.verb} ${index + 1}`, candidate, intent)),
        none(),
      ]),
    ],
  };
}

/** Asks whether the one that fits what was typed is meant. */
export function sureView(candidate: Candidate, intent: Intent): View {
  return {
    components: [
      textDisplay(`**Do you mean this one?**\n${escapeMarkdown(candidate.name)}`),
      ...buttonRows([pick(intent.verb, candidate, intent), none()]),
    ],
  };
}

function pick(label: string, { key }: Candidate, { action, danger }: Intent) {
  const style = danger === true ? 'danger' : 'main';
  return button(label, formatCustomId(CORPUS_SCOPE, action, key), { style });
}

function none() {
  return button('Cancel', formatCustomId(CORPUS_SCOPE, 'leave'));
}
