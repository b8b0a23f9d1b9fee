import type { Article, Problem } from '../../../corpus/article.ts';
import type { Progress, ReloadReport } from '../../../library/index.ts';
import { durationText, someLines } from '../../quoting/view-lines.ts';
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
import type { WordKey } from '../../words/languages.ts';
import type { Words } from '../../words/words.ts';

/** The command whose `press` and `submit` handle the buttons and forms. */
export const CORPUS_SCOPE = 'corpus';

const DEFAULTS = {
  /** Names that are listed of each kind, and their length before escaping. */
  names: 10,
  name: 100,
  problems: 8,
  problem: 250,
  /** Characters of the names of processes. */
  processes: 500,
} as const;

const COLOURS = { good: 0x2e_8b_57, kept: 0xc4_8a_1a, working: 0x3b_82_c4 } as const;

/** What a reload is doing, with a button to cancel it. @param progress absent while it waits for its turn */
export function reloadingView(key: string, progress: Progress | undefined, words: Words): View {
  const step =
    progress === undefined
      ? words.say('corpus.waiting')
      : words.say(`corpus.${progress.step}`, { done: progress.done, total: progress.total });
  return {
    components: [
      container(COLOURS.working, [
        textDisplay(
          `**${words.say('corpus.reloading')}**\n${step}\n${subtext(words.say('corpus.oldAnswer'))}`,
        ),
        ...buttonRows([button(words.say('button.cancel'), formatCustomId(CORPUS_SCOPE, 'cancel', key))]),
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
  words: Words,
  { done, undo }: { readonly done?: string; readonly undo?: string } = {},
): View {
  const { added, changed, removed, failed, before, after, ms, reason, processes } = report;
  const head = [
    ...(done === undefined ? [] : [done]),
    reason === undefined
      ? headline(report, words)
      : `**${words.say('corpus.leftAsTheyWere')}** ${escapeMarkdown(reason.message)}`,
  ].join('\n');
  const counts = subtext(
    words.line(
      `${words.say('count.articles', { count: before.articles })} → ${words.number(after.articles)}`,
      `${words.say('count.sentences', { count: before.sentences })} → ${words.number(after.sentences)}`,
      durationText(ms, words),
    ),
  );
  const texts = [head, ...(processes === undefined ? [] : [processesText(processes, words)])];
  const lists: [WordKey, readonly string[], number][] = [
    ['corpus.added', added.map(nameOf), DEFAULTS.names],
    ['corpus.changed', changed.map(nameOf), DEFAULTS.names],
    ['corpus.removed', removed.map(nameOf), DEFAULTS.names],
    ['corpus.failed', failed.map(problemLine), DEFAULTS.problems],
  ];
  for (const [title, lines, most] of lists) {
    if (lines.length === 0) continue;
    const heading = `**${words.say(title, { count: lines.length })}**\n`;
    const room = Math.min(1500, textRoom(...texts, heading, counts));
    texts.push(`${heading}${someLines(lines, most, room, words)}`);
  }
  const buttons = [
    ...(reason?.kind === 'vanished'
      ? [button(words.say('corpus.reloadAnyway'), formatCustomId(CORPUS_SCOPE, 'force'), { style: 'danger' })]
      : []),
    ...(undo === undefined
      ? []
      : [button(words.say('corpus.undo'), formatCustomId(CORPUS_SCOPE, 'undo', undo))]),
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

/** How far the processes are that share the articles. */
function processesText({ count, behind }: NonNullable<ReloadReport['processes']>, words: Words): string {
  if (behind.length === 0) return words.say('corpus.processesAll', { count });
  const names = behind.map((name) => `- ${escapeMarkdown(clip(oneLine(name), DEFAULTS.name))}`);
  const some = words.say('corpus.processesSome', { count, current: count - behind.length });
  return `${some}\n${someLines(names, DEFAULTS.names, DEFAULTS.processes, words)}`;
}

/** A mistake in a file: where, what, and how to mend it. */
export function problemLine({ path, line, message, fix }: Problem): string {
  const where = line === undefined ? path : `${path}:${line}`;
  return `- ${escapeMarkdown(clip(oneLine(`${where}: ${message} ${fix}`), DEFAULTS.problem))}`;
}

function headline({ added, changed, removed }: ReloadReport, words: Words): string {
  if (added.length + changed.length + removed.length === 0)
    return `**${words.say('corpus.nothingChanged')}**`;
  return words.say('corpus.upToDate', {
    added: added.length,
    changed: changed.length,
    removed: removed.length,
  });
}

function nameOf({ title, path }: Article): string {
  return `- ${escapeMarkdown(clip(oneLine(title) || path, DEFAULTS.name))}`;
}
