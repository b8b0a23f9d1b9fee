import { ASK_SCOPE } from '../asking/answer-marks.ts';
import { subtext } from '../replies/escape-markdown.ts';
import { clip, textRoom } from '../replies/fit-text.ts';
import { button, buttonRows, container, separator, textDisplay, type View } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';
import { privacyButtons, privacyText } from './privacy.ts';

export interface HelpFacts {
  /** A line of Markdown for each command. */
  readonly commands: readonly string[];
  readonly articles: number;
  /** Questions to try, each with the key of what its button needs. */
  readonly examples: readonly { readonly question: string; readonly viewId: string }[];
  readonly gapsDays: number;
}

/** `/help`: what there is, questions to try, and what is kept. */
export function helpView({ commands, articles, examples, gapsDays }: HelpFacts, words: Words): View {
  const privacy = privacyText(gapsDays, words);
  const count = subtext(words.say('help.atHand', { count: articles }));
  const list = commands.map((line) => `- ${line}`);
  const text = [words.say('help.introduction'), '', ...list, '', count].join('\n');
  const tries = examples.map(({ question, viewId }) =>
    button(question, formatCustomId(ASK_SCOPE, 'show', viewId), { style: 'main' }),
  );
  const intro = subtext(words.say('help.try'));
  return {
    components: [
      container(undefined, [
        textDisplay(clip(text, textRoom(privacy, intro))),
        ...(tries.length === 0 ? [] : [textDisplay(intro), ...buttonRows(tries)]),
        separator(),
        textDisplay(privacy),
        ...privacyButtons(words),
      ]),
    ],
  };
}
