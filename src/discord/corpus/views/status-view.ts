import type { Problem } from '../../../corpus/article.ts';
import type { LibraryStatus } from '../../../library/index.ts';
import type { AuditEntry } from '../../../state/audit.ts';
import type { Trouble } from '../../../state/trouble.ts';
import { dateText } from '../../quoting/source-line.ts';
import { counted, durationText, momentText, number, sizeText, someLines } from '../../quoting/view-lines.ts';
import { escapeMarkdown, subtext } from '../../replies/escape-markdown.ts';
import { clip, oneLine } from '../../replies/fit-text.ts';
import { container, textDisplay, type View } from '../../replies/view-parts.ts';
import { problemLine } from './reload-view.ts';

const DEFAULTS = { problems: 4, changes: 8, what: 120 } as const;

/** How the corpus stands, what is wrong with it, and who changed what. @param trouble why nothing can be kept */
export function statusView(
  status: LibraryStatus,
  problems: readonly Problem[],
  changes: readonly AuditEntry[],
  trouble?: Trouble,
): View {
  const { span, lastReload } = status;
  const facts = [
    `**${counted(status.articles, 'article')}**, ${counted(status.sentences, 'sentence')}, ${counted(status.publishers, 'publisher')}`,
    span === undefined
      ? 'No article has a date.'
      : `From ${dateText(span[0])} to ${dateText(span[1])}; ${number(status.undated)} undated`,
    `${sizeText(status.bytes)} of files; the bot uses ${sizeText(status.memoryBytes)} of memory`,
    `In use since ${momentText(status.loadedAt)}${status.watching ? '; the folder is watched' : ''}`,
    lastReload === undefined
      ? 'Not reloaded since the start'
      : `Last reload ${momentText(lastReload.at)}${lastReload.by === undefined ? '' : ` by ${person(lastReload.by)}`}: ${number(lastReload.added)} added, ${number(lastReload.changed)} changed, ${number(lastReload.removed)} removed, in ${durationText(lastReload.ms)}`,
    ...(status.reloading > 0 ? [`${counted(status.reloading, 'reload')} at work or waiting`] : []),
  ];
  const wrong = problems.map(problemLine);
  const done = changes.map(
    (change) =>
      `- ${momentText(change.at)} ${person(change.by)} ${escapeMarkdown(change.action)}: ${escapeMarkdown(clip(oneLine(whatOf(change)), DEFAULTS.what))}`,
  );
  const texts = [
    ...(trouble === undefined ? [] : [troubleText(trouble)]),
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...(wrong.length === 0
      ? []
      : [
          `**${counted(status.errors, 'error')} and ${counted(status.warnings, 'warning')}**\n${someLines(wrong, DEFAULTS.problems, 900)}`,
        ]),
    ...(done.length === 0 ? [] : [`**Changes**\n${someLines(done, DEFAULTS.changes, 1400)}`]),
  ];
  return {
    components: [
      container(undefined, [
        ...texts.map(textDisplay),
        textDisplay(subtext('/corpus reload reads what has changed; `footnote check` lists every problem.')),
      ]),
    ],
  };
}

function troubleText({ since, why, waiting }: Trouble): string {
  const reason = escapeMarkdown(clip(why, DEFAULTS.what));
  return `**Nothing can be kept since ${momentText(since)}: ${reason}.** Answers go on. In memory until it can be written, and lost with a restart: ${counted(waiting, 'row')} of buttons, votes, questions and changes.`;
}

/** Earlier versions wrote down which question was forgotten; it may be one of another server. */
function whatOf({ action, what }: AuditEntry): string {
  return action !== 'clear-gaps' || /^[\d,]+ questions?$/.test(what) ? what : 'a question';
}

/** A Discord id as a mention, which pings nobody here; anything else as it is. */
function person(by: string): string {
  return /^\d{17,20}$/.test(by) ? `<@${by}>` : escapeMarkdown(clip(by, 40));
}
