import type { Gap } from '../../../state/gaps.ts';
import { counted, number } from '../../quoting/view-lines.ts';
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
import { CORPUS_SCOPE } from './reload-view.ts';

const DEFAULTS = { perPage: 10, question: 150 } as const;

/** What a gap is called on a menu; it is another one when its wording is. */
export function gapKey({ question }: Gap): string {
  return articleKey(question);
}

/** The questions that the articles did not answer, a page of them. @param days how long they are kept */
export function gapsView(gaps: readonly Gap[], page: number, days: number): View {
  const kept = `Kept without names for ${counted(days, 'day')} after they were last asked.`;
  if (gaps.length === 0) return note(`No unanswered questions.\n${subtext(kept)}`);
  const pages = Math.ceil(gaps.length / DEFAULTS.perPage);
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = gaps.slice(at * DEFAULTS.perPage, (at + 1) * DEFAULTS.perPage);
  const id = (action: string, ...args: number[]) => formatCustomId(CORPUS_SCOPE, action, ...args);
  const picks = shown.map((gap) => ({ label: oneLine(gap.question), value: gapKey(gap) }));
  return {
    components: [
      container(undefined, [
        textDisplay(`**${counted(gaps.length, 'question')} without a good answer**`),
        textDisplay(shown.map(gapText).join('\n')),
        textDisplay(subtext(pages === 1 ? kept : `Page ${at + 1} of ${pages}. ${kept}`)),
        separator(),
        select('Forget one of these', id('forget', at), picks),
        ...buttonRows([
          ...(at > 0 ? [button('Previous', id('gaps', at - 1), { emoji: '◀️' })] : []),
          ...(at < pages - 1 ? [button('Next', id('gaps', at + 1), { emoji: '▶️' })] : []),
          button('Forget all', id('forgetall'), { style: 'danger' }),
        ]),
      ]),
    ],
  };
}

function gapText({ question, variants, noAnswer, thumbsDown }: Gap): string {
  const why = [
    ...(noAnswer > 0 ? [`${number(noAnswer)} × no answer`] : []),
    ...(thumbsDown > 0 ? [`${number(thumbsDown)} × not helpful`] : []),
    ...(variants.length > 0 ? [`${counted(variants.length, 'other wording')}`] : []),
  ];
  return `- ${escapeMarkdown(clip(oneLine(question), DEFAULTS.question))} (${why.join(', ')})`;
}
