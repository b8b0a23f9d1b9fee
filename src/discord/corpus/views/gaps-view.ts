import type { Gap } from '../../../state/gaps.ts';
import { escapeMarkdown, subtext } from '../../replies/escape-markdown.ts';
import { clip, oneLine } from '../../replies/fit-text.ts';
import {
  button,
  buttonRows,
  container,
  note,
  select,
  separator,
  textDisplay,
  type View,
} from '../../replies/view-parts.ts';
import { formatCustomId } from '../../routing/custom-id.ts';
import { articleKey } from '../../sources/article-names.ts';
import type { Words } from '../../words/words.ts';
import { CORPUS_SCOPE } from './reload-view.ts';

const DEFAULTS = { perPage: 10, question: 150 } as const;

/** What a gap is called on a menu; it is another one when its wording is. */
export function gapKey({ question }: Gap): string {
  return articleKey(question);
}

/** The questions that the articles did not answer, a page of them. @param days how long they are kept */
export function gapsView(gaps: readonly Gap[], page: number, days: number, words: Words): View {
  const kept = words.say('corpus.gapsKept', { days });
  if (gaps.length === 0) return note(`${words.say('corpus.gapsNone')}\n${subtext(kept)}`);
  const pages = Math.ceil(gaps.length / DEFAULTS.perPage);
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = gaps.slice(at * DEFAULTS.perPage, (at + 1) * DEFAULTS.perPage);
  const id = (action: string, ...args: number[]) => formatCustomId(CORPUS_SCOPE, action, ...args);
  const picks = shown.map((gap) => ({ label: oneLine(gap.question), value: gapKey(gap) }));
  return {
    components: [
      container(undefined, [
        textDisplay(`**${words.say('corpus.gaps', { count: gaps.length })}**`),
        textDisplay(shown.map((gap) => gapText(gap, words)).join('\n')),
        textDisplay(subtext(pages === 1 ? kept : `${words.say('page', { page: at + 1, pages })}. ${kept}`)),
        separator(),
        select(words.say('corpus.forgetOne'), id('forget', at), picks),
        ...buttonRows([
          ...(at > 0 ? [button(words.say('button.previous'), id('gaps', at - 1), { emoji: '◀️' })] : []),
          ...(at < pages - 1 ? [button(words.say('button.next'), id('gaps', at + 1), { emoji: '▶️' })] : []),
          button(words.say('corpus.forgetAll'), id('forgetall'), { style: 'danger' }),
        ]),
      ]),
    ],
  };
}

function gapText({ question, variants, noAnswer, thumbsDown }: Gap, words: Words): string {
  const why = [
    ...(noAnswer > 0 ? [words.say('corpus.gapNoAnswer', { count: noAnswer })] : []),
    ...(thumbsDown > 0 ? [words.say('corpus.gapNotHelpful', { count: thumbsDown })] : []),
    ...(variants.length > 0 ? [words.say('corpus.gapWordings', { count: variants.length })] : []),
  ];
  return `- ${escapeMarkdown(clip(oneLine(question), DEFAULTS.question))} (${why.join(', ')})`;
}
