import type { APIContainerComponent } from 'discord.js';
import type { Judged } from '../../../state/judgements.ts';
import { LIMITS } from '../../replies/discord-limits.ts';
import { oneLine } from '../../replies/fit-text.ts';
import { container, select, textDisplay } from '../../replies/view-parts.ts';
import { formatCustomId } from '../../routing/custom-id.ts';
import { articleKey } from '../../sources/article-names.ts';
import type { Words } from '../../words/words.ts';
import { CORPUS_SCOPE } from './reload-view.ts';

/** What a judged passage is called on a menu. */
export function judgedKey({ question, mark }: Judged): string {
  return articleKey(`${mark} ${question}`);
}

/** The menu of what members' votes have moved, to undo it; nothing when they have moved nothing. @param page of the gaps */
export function judgedMenu(judged: readonly Judged[], page: number, words: Words): APIContainerComponent[] {
  if (judged.length === 0) return [];
  const picks = judged.slice(0, LIMITS.selectOptions).map((each) => {
    const { direction, people: count } = each.verdict;
    const description = words.say(direction === 'up' ? 'corpus.judgedUp' : 'corpus.judgedDown', { count });
    return { label: oneLine(each.question), value: judgedKey(each), description };
  });
  return [
    container(undefined, [
      textDisplay(`**${words.say('corpus.judged')}**`),
      select(words.say('corpus.judgedUndo'), formatCustomId(CORPUS_SCOPE, 'unjudge', page), picks),
    ]),
  ];
}
