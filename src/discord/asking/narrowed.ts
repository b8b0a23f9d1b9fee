import type { Narrowing } from '../../answer/candidates/narrowing.ts';
import type { CalendarDate } from '../../corpus/article.ts';
import type { Snapshot } from '../../library/index.ts';
import { readSpan } from '../../timeline/resolve/asked-span.ts';
import type { Choice, Services } from '../command.ts';
import { dateText } from '../quoting/source-line.ts';
import { spanProblem } from '../quoting/span-problem.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { clip, oneLine } from '../replies/fit-text.ts';
import { articleChoices, whichArticle } from '../sources/article-choice.ts';
import type { Words } from '../words/words.ts';

/** What was typed into the options of `/ask`. */
export interface TypedNarrowing {
  readonly source?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sure?: boolean | undefined;
}

const DEFAULTS = {
  /** Characters of a name that is shown. */
  name: 100,
  /** Publishers that are offered before the articles. */
  publishers: 10,
} as const;

/** Stands in front of a publisher, so that a choice is told from an article's and from free text. */
const PUBLISHER_MARK = '@';

/**
 * Reads the options that narrow a question: a source as it was chosen, or typed; days as `/timeline` reads them.
 * @param today what "last year" counts from
 * @returns the narrowing, or a message for whoever typed it, as Markdown
 */
export async function readNarrowing(
  tools: Pick<Services, 'library' | 'names'>,
  { source, from, to, sure }: TypedNarrowing,
  today: CalendarDate,
  words: Words,
): Promise<{ ok: true; narrowing: Narrowing } | { ok: false; message: string }> {
  const span = readSpan(from, to, today);
  if (!span.ok) return { ok: false, message: spanProblem(span, { from, to }, words) };
  const place = source === undefined ? {} : await readSource(tools, source);
  if (place === undefined) {
    const name = clip(oneLine(source ?? ''), DEFAULTS.name);
    return { ok: false, message: words.say('narrow.noSource', { name: escapeMarkdown(name) }) };
  }
  return {
    ok: true,
    narrowing: {
      ...place,
      ...(span.from !== undefined && { from: span.from }),
      ...(span.to !== undefined && { to: span.to }),
      ...(sure === true && { sure }),
    },
  };
}

/** Publishers and articles to choose from while someone types a source. */
export async function sourceChoices(
  tools: Pick<Services, 'library' | 'names'>,
  typed: string,
  words: Words,
): Promise<Choice[]> {
  const wanted = typed.trim().toLowerCase();
  const publishers = publishersOf(tools.library.current())
    .filter((name) => ` ${name.toLowerCase()}`.includes(` ${wanted}`) && name.length < LIMITS.choiceText)
    .slice(0, DEFAULTS.publishers)
    .map((name) => ({
      name: clip(words.say('narrow.publisher', { name }), LIMITS.choiceText),
      value: PUBLISHER_MARK + name,
    }));
  return [...publishers, ...(await articleChoices(tools, typed))].slice(0, LIMITS.choices);
}

async function readSource(
  tools: Pick<Services, 'library' | 'names'>,
  value: string,
): Promise<Pick<Narrowing, 'article' | 'publisher'> | undefined> {
  const named = value.replace(PUBLISHER_MARK, '').trim().toLowerCase();
  // Some clients send the name of a choice in place of its value, whatever the language.
  const bare = named.replace(/ \([^()]*\)$/, '');
  const { library } = tools;
  const publisher = publishersOf(library.current()).find((name) =>
    [named, bare].includes(name.toLowerCase()),
  );
  if (publisher !== undefined) return { publisher };
  const meant = await whichArticle(tools, value, () => undefined);
  return meant.kind === 'one' ? { article: meant.article.id } : undefined;
}

/** The publishers of a snapshot, those with most articles first. */
function publishersOf({ articles }: Snapshot): string[] {
  const counts = new Map<string, number>();
  for (const { publisher } of articles)
    if (publisher !== undefined) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** What a narrowing leaves, as one line of Markdown; undefined when it leaves everything. */
export function narrowingText(
  narrowing: Narrowing | undefined,
  { catalog }: Snapshot,
  words: Words,
): string | undefined {
  if (narrowing === undefined) return undefined;
  const { article, publisher, from, to, sure } = narrowing;
  const title =
    article === undefined ? undefined : (catalog.byId(article)?.title ?? words.say('narrow.gone'));
  const names = [title, publisher].flatMap((name) =>
    name === undefined ? [] : [escapeMarkdown(clip(oneLine(name), DEFAULTS.name))],
  );
  const parts = [
    ...names,
    ...(from === undefined ? [] : [words.say('narrow.from', { day: dateText(from, words) })]),
    ...(to === undefined
      ? []
      : [
          words.say(from === undefined ? 'narrow.publishedUntil' : 'narrow.until', {
            day: dateText(to, words),
          }),
        ]),
    ...(sure === true ? [words.say('narrow.strong')] : []),
  ];
  return parts.length === 0 ? undefined : words.say('narrow.only', { parts: parts.join(' · ') });
}
