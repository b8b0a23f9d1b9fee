import type { TimelineWords } from '../../timeline/tell/timeline-words.ts';
import type { WordKey } from '../words/languages.ts';
import { dayText, whenText } from '../words/when-text.ts';
import type { Words } from '../words/words.ts';

/** The words around the quotes of a picture or a file, in the language of whoever gets it. */
export function timelineWords(words: Words): TimelineWords {
  /** What a program may read: without the marks that turn a line. */
  const cell = (key: WordKey) => words.say(key).replace(/[\u2066-\u2069]/g, '');
  return {
    when: (event) => whenText(event, words),
    year: (year) => dayText({ year, month: 1, day: 1 }, { year: 'numeric' }, words),
    tick: ({ year, month, day, withYear }) =>
      dayText(
        { year, month: month ?? 1, day: day ?? 1 },
        {
          ...(day !== undefined && { day: 'numeric' }),
          ...(month !== undefined && { month: 'short' }),
          ...(withYear && { year: 'numeric' }),
        },
        words,
      ),
    length: (count, unit) => words.length(count, unit),
    untitled: words.say('timeline.untitled'),
    about: (title, summary) => words.say('timeline.about', { title, summary }),
    summary: ({ entries, dated, sources }) =>
      words.line(
        words.say('timeline.entries', { entries, dated }),
        words.say('timeline.sources', { count: sources }),
      ),
    cuts: (count) => words.say('timeline.cuts', { count }),
    nothing: (title) =>
      title === undefined ? words.say('timeline.nothing') : words.say('timeline.nothingAbout', { title }),
    articles: (count) => words.say('timeline.articles', { count }),
    or: (when) => words.say('timeline.or', { when }),
    stated: words.say('timeline.stated'),
    planned: words.say('timeline.planned'),
    reported: words.say('timeline.reported'),
    disagree: words.say('timeline.disagree'),
    otherwise: (when, source) => words.say('timeline.otherwise', { when, source }),
    nothingDated: words.say('timeline.nothing'),
    yes: cell('timeline.yes'),
    no: cell('timeline.no'),
    column: (name) => cell(`timeline.column.${name}`),
  };
}
