import { CORPUS_SCOPE } from '../corpus/views/reload-view.ts';
import { escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { button, buttonRows, textDisplay, type View } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { WordKey } from '../words/languages.ts';
import type { Words } from '../words/words.ts';

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
  readonly verb: WordKey;
  /** It is hard to undo, or frightening. */
  readonly danger?: boolean;
}

/** Asks which of several is meant, with a button for each. @param more how many others fit too */
export function whichView(
  candidates: readonly Candidate[],
  more: number,
  intent: Intent,
  words: Words,
): View {
  const verb = words.say(intent.verb);
  const label = (number: number) => words.say('corpus.numbered', { verb, number });
  const lines = candidates.map(({ name }, index) => `${index + 1}. ${escapeMarkdown(name)}`);
  const others = more > 0 ? [subtext(words.say('corpus.othersFit', { count: more }))] : [];
  return {
    components: [
      textDisplay([`**${words.say('corpus.which')}**`, ...lines, ...others].join('\n')),
      ...buttonRows([
        ...candidates.map((candidate, index) => pick(label(index + 1), candidate, intent)),
        none(words),
      ]),
    ],
  };
}

/** Asks whether the one that fits what was typed is meant. */
export function sureView(candidate: Candidate, intent: Intent, words: Words): View {
  return {
    components: [
      textDisplay(`**${words.say('corpus.sure')}**\n${escapeMarkdown(candidate.name)}`),
      ...buttonRows([pick(words.say(intent.verb), candidate, intent), none(words)]),
    ],
  };
}

function pick(label: string, { key }: Candidate, { action, danger }: Intent) {
  const style = danger === true ? 'danger' : 'main';
  return button(label, formatCustomId(CORPUS_SCOPE, action, key), { style });
}

function none(words: Words) {
  return button(words.say('button.cancel'), formatCustomId(CORPUS_SCOPE, 'leave'));
}
