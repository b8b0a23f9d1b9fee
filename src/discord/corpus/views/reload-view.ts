import type { Article, Problem } from '../../../corpus/article.ts';
import type { Progress, ReloadReport } from '../../../library/index.ts';
import { counted, durationText, number, someLines } from '../../quoting/view-lines.ts';
import { escapeMarkdown, subtext } from '../../replies/escape-markdown.ts';
import { clip, oneLine, textRoom } from '../../replies/fit-text.ts';
import {
  button,
  buttonRows,
  container,
  separator,
  textDisplay,
  type View,
} from '../../replies/view-parts.ts';
import { formatCustomId } from '../../routing/custom-id.ts';

/** The command whose `press` and `submit` handle the buttons and forms. */
export const CORPUS_SCOPE = 'corpus';

const DEFAULTS = {
  /** Names that are listed of each kind, and their length before escaping. */
  names: 10,
  name: 100,
  problems: 8,
  problem: 250,
} as const;

const COLOURS = { good: 0x2e_8b_57, kept: 0xc4_8a_1a, working: 0x3b_82_c4 } as const;

const STEPS: Readonly<Record<Progress['step'], string>> = {
  reading: 'Reading the files',
  indexing: 'Indexing what has changed',
};

/** What a reload is doing, with a button to cancel it. @param progress absent while it waits for its turn */
export function reloadingView(key: string, progress: Progress | undefined): View {
  const step =
    progress === undefined
      ? 'Waiting to begin'
      : `${STEPS[progress.step]}: ${number(progress.done)} of ${number(progress.total)}`;
  return {
    components: [
      container(COLOURS.working, [
        textDisplay(`**Reloading the articles**\n${step}\n${subtext('The old ones answer until then.')}`),
        ...buttonRows([button('Cancel', formatCustomId(CORPUS_SCOPE, 'cancel', key))]),
      ]),
    ],
  };
}

/**
 * What a reload did, by name.
 * @param context what was done before it, as Markdown, and the key of the trash entry that undoes it
 */
export function reloadedView(
  report: ReloadReport,
  { done, undo }: { readonly done?: string; readonly undo?: string } = {},
): View {
  const { added, changed, removed, failed, before, after, ms, reason } = report;
  const head = [
    ...(done === undefined ? [] : [done]),
    reason === undefined
      ? headline(report)
      : `**The articles were left as they were.** ${escapeMarkdown(reason.message)}`,
  ].join('\n');
  const counts = subtext(
    `${counted(before.articles, 'article')} → ${number(after.articles)} · ${counted(before.sentences, 'sentence')} → ${number(after.sentences)} · ${durationText(ms)}`,
  );
  const texts = [head];
  const lists: [string, readonly string[], number][] = [
    ['Added', added.map(nameOf), DEFAULTS.names],
    ['Changed', changed.map(nameOf), DEFAULTS.names],
    ['Removed', removed.map(nameOf), DEFAULTS.names],
    ['Could not be read', failed.map(problemLine), DEFAULTS.problems],
  ];
  for (const [title, lines, most] of lists) {
    if (lines.length === 0) continue;
    const heading = `**${title} (${number(lines.length)})**\n`;
    texts.push(`${heading}${someLines(lines, most, Math.min(1500, textRoom(...texts, heading, counts)))}`);
  }
  const buttons = [
    ...(reason?.kind === 'vanished'
      ? [button('Reload all the same', formatCustomId(CORPUS_SCOPE, 'force'), { style: 'danger' })]
      : []),
    ...(undo === undefined ? [] : [button('Undo', formatCustomId(CORPUS_SCOPE, 'undo', undo))]),
  ];
  return {
    components: [
      container(reason === undefined ? COLOURS.good : COLOURS.kept, [
        ...texts.map(textDisplay),
        textDisplay(counts),
        ...(buttons.length === 0 ? [] : [separator(), ...buttonRows(buttons)]),
      ]),
    ],
  };
}

/** A mistake in a file: where, what, and how to mend it. */
export function problemLine({ path, line, message, fix }: Problem): string {
  const where = line === undefined ? path : `${path}:${line}`;
  return `- ${escapeMarkdown(clip(oneLine(`${where}: ${message} ${fix}`), DEFAULTS.problem))}`;
}

function headline({ added, changed, removed }: ReloadReport): string {
  if (added.length + changed.length + removed.length === 0) return '**Nothing has changed.**';
  return `**The articles are up to date:** ${number(added.length)} added, ${number(changed.length)} changed, ${number(removed.length)} removed.`;
}

function nameOf({ title, path }: Article): string {
  return `- ${escapeMarkdown(clip(oneLine(title) || path, DEFAULTS.name))}`;
}
