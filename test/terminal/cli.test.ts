import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { fileOf, jsonLines, parseLines } from './stage.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const launcher = join(root, 'src', 'launch.js');

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const failure = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

/** Runs the real program with these arguments, as a terminal would. */
async function footnote(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run(process.execPath, [launcher, ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1', ...env },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = failure.parse(error);
    return { code, out: stdout, err: stderr };
  }
}

const article = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  published: z.string().nullable(),
});
const passage = z.object({
  quote: z.string().min(1),
  sentence: z.string().min(1),
  focus: z.string().nullable(),
  score: z.number(),
  article,
  start: z.number().int(),
  end: z.number().int(),
});
const printed = z.object({
  question: z.string(),
  answered: z.boolean(),
  confidence: z.number().min(0).max(1),
  didYouMean: z.string().optional(),
  passages: z.array(passage),
  ms: z.number().nonnegative(),
});

describe('footnote ask', () => {
  test('answers with the quote and its source, without colours when it is no terminal', async () => {
    const { code, out, err } = await footnote(['ask', 'who', 'is', 'Rami', 'Al-Shaer']);
    expect(out).toMatch(
      /^“Rami Al-Shaer, an advisor to the Russian foreign ministry, told .*”\n {2}— Assad regime/,
    );
    expect(out).not.toContain('\u001b');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('prints JSON of the documented shape', async () => {
    const { code, out } = await footnote(['ask', 'who is rami makhluf', '--top', '2', '--json']);
    const [value, ...rest] = parseLines(out);
    const json = printed.parse(value);
    expect(rest).toEqual([]);
    expect(json).toMatchObject({ answered: true, didYouMean: 'who is rami Makhlouf' });
    expect(json.passages.length).toBeLessThanOrEqual(2);
    for (const { quote, start, end, sentence } of json.passages) {
      expect(end - start).toBe(quote.length);
      expect(quote.endsWith(sentence)).toBe(true);
    }
    expect(code).toBe(0);
  });

  test('“no answer” is no failure', async () => {
    const { code, out } = await footnote(['ask', 'What is the capital of France?']);
    expect(out).toContain('No answer');
    expect(code).toBe(0);
  });

  test('answers a file of questions, a line each, in their order', async () => {
    const path = fileOf(
      'questions.jsonl',
      jsonLines(
        { id: 'a', question: 'what is Syriatel' },
        { id: 'b', question: 'hello', asked: '2022-01-01' },
      ),
    );
    const { code, out } = await footnote(['ask', '--questions', path, '--json']);
    const lines = parseLines(out).map((line) => printed.extend({ id: z.string() }).parse(line));
    expect(lines.map(({ id, answered }) => [id, answered])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(code).toBe(0);
  });

  test('reads an export instead of the folder, and CORPUS_DIR', async () => {
    const path = fileOf(
      'export.jsonl',
      jsonLines({
        url: 'https://a.example/1',
        title: 'Bridge',
        text: 'Ada Quill, the mayor of Osterby, left on Monday.',
      }),
    );
    const { out } = await footnote(['ask', '--corpus', path, '--json', 'who is Ada Quill']);
    expect(printed.parse(parseLines(out)[0]).passages[0]?.article).toMatchObject({
      id: 'https://a.example/1',
    });
    const byFolder = await footnote(['ask', 'who is Ada Quill'], { CORPUS_DIR: path });
    expect(byFolder.out).toContain('the mayor of Osterby');
  });

  test('answers from what can be read and reports the rest', async () => {
    const path = fileOf(
      'export.jsonl',
      `${jsonLines({ url: 'https://a.example/1', title: 'Bridge', text: 'Ada Quill, the mayor of Osterby, left.' })}not JSON\n`,
    );
    const { code, out, err } = await footnote(['ask', '--corpus', path, 'who is Ada Quill']);
    expect(out).toContain('the mayor of Osterby');
    expect(err).toContain('export.jsonl:2');
    expect(code).toBe(0);
  });
});

describe('what goes wrong is said on standard error, with exit code 1', () => {
  test.each<[string, string[], RegExp]>([
    ['no question', ['ask'], /There is no question; give one: footnote ask/],
    ['a blank question', ['ask', '  '], /There is no question/],
    [
      'a missing corpus',
      ['ask', '--corpus', '/nowhere/at/all', 'who is it'],
      /There is no \/nowhere\/at\/all; give/,
    ],
    ['an unknown option', ['ask', '--tpo', '3', 'who is it'], /unknown option '--tpo'/],
    ['an unknown command', ['aks', 'who is it'], /unknown command 'aks'/],
    ['--top 0', ['ask', '--top', '0', 'who is it'], /'0' is invalid.*whole number from 1 to 50/],
    ['--top 51', ['ask', '--top', '51', 'who is it'], /whole number from 1 to 50/],
    ['--top 2.5', ['ask', '--top', '2.5', 'who is it'], /whole number from 1 to 50/],
    ['--top many', ['ask', '--top', 'many', 'who is it'], /whole number from 1 to 50/],
    [
      'a missing file of questions',
      ['ask', '--questions', '/nowhere/q.jsonl'],
      /\/nowhere\/q\.jsonl can't be read/,
    ],
    ['a missing file to rank', ['rank', '/nowhere/r.jsonl'], /\/nowhere\/r\.jsonl can't be read/],
    ['no file to rank', ['rank'], /missing required argument 'file'/],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await footnote(args);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m); // no stack
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });

  test('a line of the questions that is not JSON is named with file and line', async () => {
    const path = fileOf(
      'questions.jsonl',
      `${jsonLines({ id: 1, question: 'what is Syriatel' })}{"id": 2,\n`,
    );
    const { code, out, err } = await footnote(['ask', '--questions', path, '--json']);
    expect(parseLines(out)).toMatchObject([{ id: 1 }]);
    expect(err).toBe(`footnote: ${path}:2 is not JSON; every line must be one JSON object\n`);
    expect(code).toBe(1);
  });

  test('a wrong configuration is named', async () => {
    const { code, err } = await footnote(['ask', 'who is it'], { LOG_LEVEL: 'loud' });
    expect(err).toMatch(/LOG_LEVEL .*Use one of/);
    expect(code).toBe(1);
  });

  test('an empty folder', async () => {
    const folder = join(dirname(fileOf('x', '')), 'empty');
    mkdirSync(folder);
    const { out, err } = await footnote(['ask', '--corpus', folder, 'who is it']);
    expect(err).toContain('There is no article in the corpus.');
    expect(out).toMatch(/No answer|no word/);
  });
});

describe('footnote rank', () => {
  test('prints the scores of each line', async () => {
    const path = fileOf(
      'rank.jsonl',
      jsonLines({
        id: 'r',
        question: 'When was the bridge built?',
        candidates: ['It rained.', 'It was built in 1842.'],
      }),
    );
    const { code, out } = await footnote(['rank', path]);
    const [low = 0, high = 0] = z.object({ scores: z.array(z.number()) }).parse(parseLines(out)[0]).scores;
    expect(high).toBeGreaterThan(low);
    expect(code).toBe(0);
  });
});

describe('footnote', () => {
  test.each(
    [['--help'], ['ask', '--help'], ['help', 'ask']].map((args) => [args.join(' '), args] as const),
  )('%s explains what there is', async (_, args) => {
    const { code, out } = await footnote(args);
    expect(out).toMatch(/^Usage: footnote/);
    expect(code).toBe(0);
  });

  test('--version', async () => {
    expect((await footnote(['--version'])).out).toBe(`${packageJson.version}\n`);
  });
});
