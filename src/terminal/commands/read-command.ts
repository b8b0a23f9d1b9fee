import { dirname, resolve } from 'node:path';
import type { Problem } from '../../corpus/article.ts';
import { HeavyReader } from '../../corpus/formats/heavy-reader.ts';
import { findFiles } from '../../corpus/load.ts';
import { type Assembled, assemble } from '../../corpus/reading/assemble-article.ts';
import { inspect, refusal } from '../../corpus/reading/check-article.ts';
import { readCorpusFile } from '../../corpus/reading/read-file.ts';
import { readRules } from '../../corpus/settings/reading-rules.ts';
import type { Io } from '../io.ts';
import { printable, problemLine } from '../printing/problem-lines.ts';

export interface ReadOptions {
  /** Print one JSON object a line instead of text. */
  readonly json: boolean;
}

/**
 * Prints files as the corpus would hold them: what they say about themselves, the kept text, what was dropped and why.
 * With `json` one object for each article, `{article, dropped, problems}`; problems that belong to no article have an
 * object of their own, `{path, problems}`.
 * @returns the exit code: 1 when there is an error
 */
export async function readFiles(paths: readonly string[], options: ReadOptions, io: Io): Promise<0 | 1> {
  const heavy = new HeavyReader();
  let failed = false;
  try {
    for (const path of paths) {
      for await (const { assembled, problems } of readOne(path, heavy)) {
        failed ||= problems.some(({ severity }) => severity === 'error');
        if (options.json) io.out(`${JSON.stringify(asJson(path, assembled, problems))}\n`);
        else print(assembled, problems, io);
      }
    }
  } finally {
    await heavy.close();
  }
  return failed ? 1 : 0;
}

interface ReadResult {
  readonly assembled?: Assembled;
  readonly problems: readonly Problem[];
}

async function* readOne(path: string, heavy: HeavyReader): AsyncGenerator<ReadResult> {
  const { files, problems } = await findFiles(resolve(path));
  if (problems.length > 0)
    yield { problems: problems.map((problem) => (problem.path === '.' ? { ...problem, path } : problem)) };
  for (const file of files) {
    const rules = await readRules(dirname(file.absolute), [file]);
    let waiting: Problem[] = [];
    for await (const event of readCorpusFile(file, heavy, rules.settingsOf(file.path))) {
      if ('problem' in event) waiting.push(event.problem);
      if (!('draft' in event)) continue;
      const refused = refusal(event.draft, file.path);
      if (refused) {
        waiting.push(refused);
        continue;
      }
      const assembled = assemble(event.draft, file.path, rules);
      yield { assembled, problems: [...waiting, ...inspect(assembled)] };
      waiting = [];
    }
    if (waiting.length > 0) yield { problems: waiting };
  }
}

function asJson(path: string, assembled: Assembled | undefined, problems: readonly Problem[]): object {
  return assembled
    ? { article: assembled.article, dropped: assembled.dropped, problems }
    : { path, problems };
}

function print(assembled: Assembled | undefined, problems: readonly Problem[], io: Io): void {
  for (const problem of problems) io.err(`${problemLine(problem, io.colour)}\n`);
  if (!assembled) return;
  const { article, dropped } = assembled;
  const facts: [string, string | undefined][] = [
    ['id', article.id],
    ['title', article.title],
    ['publisher', article.publisher],
    ['authors', article.authors.join(', ')],
    ['published', article.published],
    ['url', article.url],
    ['tags', article.tags.join(', ')],
  ];
  const unknown = facts.filter(([, value]) => !value).map(([name]) => name);
  for (const [name, value] of facts) if (value) io.out(`${name}: ${printable(value)}\n`);
  if (unknown.length > 0) io.out(`not stated: ${unknown.join(', ')}\n`);
  // Tabs stand between the cells of a table.
  io.out(`\n${article.text.split('\t').map(printable).join('\t')}\n\n`);
  io.out(dropped.length === 0 ? 'Nothing was dropped.\n' : 'Dropped:\n');
  for (const { line, text, reason } of dropped)
    io.out(`  ${line === 0 ? '' : `line ${line}, `}${reason}: ${printable(text)}\n`);
  io.out('\n');
}
