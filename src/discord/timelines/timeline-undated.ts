import type { Undated, UndatedSentence } from '../../timeline/events/undated.ts';
import { quoteMarkdown } from '../quoting/quote-view.ts';
import { knownOrigin, titleMarkdown } from '../quoting/source-line.ts';
import { subtext } from '../replies/escape-markdown.ts';
import { textRoom } from '../replies/fit-text.ts';
import {
  button,
  buttonRows,
  container,
  note,
  separator,
  textDisplay,
  type View,
} from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';
import { TIMELINE_SCOPE } from './timeline-view.ts';

const DEFAULTS = {
  /** Sentences of a page; with the longest sources each still has a quote. */
  entries: 5,
  quote: 480,
  source: { title: 60, url: 200, names: 30 },
} as const;

/** A page of what has no place on the calendar; the dates that could not be placed come first, in bold. */
export function undatedView(undated: Undated, viewId: string, page: number, words: Words): View {
  if (undated.length === 0) return note(words.say('timeline.allDated'));
  const pages = Math.ceil(undated.length / DEFAULTS.entries);
  const at = Math.min(Math.max(0, page), pages - 1);
  const entries = undated.slice(at * DEFAULTS.entries, (at + 1) * DEFAULTS.entries);
  const head = `**${words.say('timeline.undatedTitle')}**`;
  const foot = subtext(
    words.line(
      words.say('page', { page: at + 1, pages }),
      words.say('count.sentences', { count: undated.length }),
    ),
  );
  const sources = entries.map((entry) => sourceText(entry, words));
  const room = Math.floor(textRoom(head, foot, ...sources) / entries.length) - 2;
  const turn = (to: number) => formatCustomId(TIMELINE_SCOPE, 'turn', viewId, to);
  return {
    components: [
      container(undefined, [
        textDisplay(head),
        ...entries.map((entry, index) =>
          textDisplay(`${quoteText(entry, Math.min(room, DEFAULTS.quote), words)}\n${sources[index] ?? ''}`),
        ),
        ...(pages > 1 ? [separator()] : []),
        textDisplay(foot),
        ...(pages > 1
          ? buttonRows([
              button(words.say('button.previous'), turn(at - 1), { emoji: '◀️', disabled: at === 0 }),
              button(words.say('button.next'), turn(at + 1), { emoji: '▶️', disabled: at === pages - 1 }),
            ])
          : []),
      ]),
    ],
  };
}

function quoteText({ article, sentence, expression }: UndatedSentence, max: number, words: Words): string {
  const { start, end } = sentence;
  return quoteMarkdown(
    { text: article.text, start, end, ...(expression !== undefined && { strong: expression }) },
    max,
    words,
  ).markdown;
}

function sourceText({ article, expression }: UndatedSentence, words: Words): string {
  const source = `${titleMarkdown(article, DEFAULTS.source, words)}${knownOrigin(' · ', article, DEFAULTS.source, words)}`;
  return expression === undefined ? source : `${source}\n${subtext(words.say('timeline.couldNotPlace'))}`;
}
