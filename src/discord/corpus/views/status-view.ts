import type { Problem } from '../../../corpus/article.ts';
import type { LibraryStatus } from '../../../library/index.ts';
import type { AuditEntry } from '../../../state/audit.ts';
import type { Trouble } from '../../../state/trouble.ts';
import { dateText } from '../../quoting/source-line.ts';
import { durationText, momentText, sizeText, someLines } from '../../quoting/view-lines.ts';
import { escapeMarkdown, subtext } from '../../replies/escape-markdown.ts';
import { clip, oneLine } from '../../replies/fit-text.ts';
import { container, textDisplay, type View } from '../../replies/view-parts.ts';
import type { Words } from '../../words/words.ts';
import { problemLine } from './reload-view.ts';

const DEFAULTS = { problems: 4, changes: 8, what: 120 } as const;

/** How the corpus stands, what is wrong with it, and who changed what. @param trouble why nothing can be kept */
export function statusView(
  status: LibraryStatus,
  problems: readonly Problem[],
  changes: readonly AuditEntry[],
  words: Words,
  trouble?: Trouble,
): View {
  const { span, lastReload } = status;
  const facts = [
    words.say('corpus.status', {
      articles: status.articles,
      sentences: status.sentences,
      publishers: status.publishers,
    }),
    span === undefined
      ? words.say('corpus.noDates')
      : words.say('corpus.span', {
          from: dateText(span[0], words),
          to: dateText(span[1], words),
          undated: status.undated,
        }),
    words.say('corpus.size', {
      bytes: sizeText(status.bytes, words),
      memory: sizeText(status.memoryBytes, words),
    }),
    words.say(status.watching ? 'corpus.sinceWatched' : 'corpus.since', {
      when: momentText(status.loadedAt),
    }),
    lastReload === undefined ? words.say('corpus.neverReloaded') : reloadText(lastReload, words),
    ...(status.toIndex !== undefined ? [words.say('corpus.toIndex', { count: status.toIndex })] : []),
    ...(status.toIndex === undefined && status.reloading > 0
      ? [words.say('corpus.atWork', { count: status.reloading })]
      : []),
  ];
  const wrong = problems.map(problemLine);
  const done = changes.map(
    (change) =>
      `- ${momentText(change.at)} ${person(change.by)} ${escapeMarkdown(change.action)}: ${escapeMarkdown(clip(oneLine(whatOf(change)), DEFAULTS.what))}`,
  );
  const texts = [
    ...(trouble === undefined ? [] : [troubleText(trouble, words)]),
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...(wrong.length === 0
      ? []
      : [
          `**${words.say('corpus.errors', { errors: status.errors, warnings: status.warnings })}**\n${someLines(wrong, DEFAULTS.problems, 900, words)}`,
        ]),
    ...(done.length === 0
      ? []
      : [`**${words.say('corpus.changes')}**\n${someLines(done, DEFAULTS.changes, 1400, words)}`]),
  ];
  return {
    components: [
      container(undefined, [...texts.map(textDisplay), textDisplay(subtext(words.say('corpus.statusFoot')))]),
    ],
  };
}

function reloadText(
  { at, by, added, changed, removed, ms }: NonNullable<LibraryStatus['lastReload']>,
  words: Words,
): string {
  const values = { when: momentText(at), added, changed, removed, duration: durationText(ms, words) };
  if (by === undefined) return words.say('corpus.lastReload', values);
  return words.say('corpus.lastReloadBy', { ...values, person: person(by) });
}

function troubleText({ since, why, waiting: rows }: Trouble, words: Words): string {
  const reason = escapeMarkdown(clip(why, DEFAULTS.what));
  return words.say('corpus.trouble', { when: momentText(since), why: reason, rows });
}

/** Earlier versions wrote down which question was forgotten; it may be one of another server. */
function whatOf({ action, what }: AuditEntry): string {
  return action !== 'clear-gaps' || /^[\d,]+ questions?$/.test(what) ? what : 'a question';
}

/** A Discord id as a mention, which pings nobody here; anything else as it is. */
function person(by: string): string {
  return /^\d{17,20}$/.test(by) ? `<@${by}>` : escapeMarkdown(clip(by, 40));
}
