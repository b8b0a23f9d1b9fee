import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type LibraryStatus, openIndexFolder, openLibrary, type Progress } from '../../src/library/index.ts';
import { codeVersion } from '../../src/library/stored/code-version.ts';
import { sentenceEnds, tools } from '../language.ts';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-library-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function open(corpus: string) {
  const library = await openLibrary({ corpus }, tools, sentenceEnds);
  onTestFinished(() => library.close());
  return library.current();
}

describe('openLibrary', () => {
  test('holds the articles of a folder, split into sentences, ready to answer', async () => {
    const { articles, sentenceCount, problems, ask } = await open(CORPUS);
    expect(articles).toHaveLength(2);
    expect(sentenceCount).toBeGreaterThan(20);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(ask('who is Rami Al-Shaer', { top: 1 }).kind).toBe('answer');
  });

  test('every quote stands verbatim, blank space folded, in its file', async () => {
    const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
    const { articles, ask } = await open(CORPUS);
    const files = new Map(
      articles.map(({ path }) => [path, fold(readFileSync(join(CORPUS, path), 'utf8'))] as const),
    );
    let quotes = 0;
    for (const question of ['Syria', 'Russia', 'Assad regime', 'Daraa', 'Makhlouf', 'he said they added']) {
      const answer = ask(question, { top: 50 });
      for (const { article, start, end } of answer.kind === 'answer' ? answer.passages : answer.closest) {
        expect(files.get(article.path)).toContain(fold(article.text.slice(start, end)));
        quotes++;
      }
    }
    expect(quotes).toBeGreaterThan(40);
  });

  test('one bad file is a problem; the others answer', async () => {
    const folder = folderOf({
      'good.txt': 'Ada Quill, the mayor of Osterby, reopened the old bridge on Monday.',
      'bad.md': '---\ntitle: [\n---\nNever closed.',
      'image.png': 'no text',
    });
    const { articles, problems, ask } = await open(folder);
    expect(articles.map(({ id }) => id)).toContain('good');
    expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['bad.md', 'image.png']));
    expect(ask('who is Ada Quill', { top: 1 })).toMatchObject({ kind: 'answer' });
  });

  test.each([
    ['an empty folder', () => folderOf({})],
    ['a folder that is not there', () => join(folderOf({}), 'nowhere')],
  ])('%s is a problem, and nothing is answered', async (_, folder) => {
    const { articles, sentenceCount, problems, ask } = await open(folder());
    expect([articles, sentenceCount]).toEqual([[], 0]);
    expect(problems.map(({ severity }) => severity)).toEqual(['error']);
    expect(ask('who is Ada Quill', { top: 3 })).toMatchObject({ kind: 'no-answer', closest: [] });
  });

  test('the order of files and of reading changes no answer', async () => {
    const copy = folderOf({});
    cpSync(CORPUS, join(copy, 'b'), { recursive: true });
    mkdirSync(join(copy, 'a'));
    writeFileSync(join(copy, 'a', 'empty-handed.txt'), 'Nothing of note was said in Vellmark.');
    const [one, two] = [await open(copy), await open(copy)];
    for (const question of ['who is Rami Makhlouf', 'when was Daraa captured']) {
      expect(two.ask(question, { top: 3 })).toEqual(one.ask(question, { top: 3 }));
    }
  });

  test('tells its progress: reading, then indexing, up to the end', async () => {
    const seen: Progress[] = [];
    const library = await openLibrary(
      { corpus: CORPUS, onProgress: (progress) => seen.push(progress) },
      tools,
      sentenceEnds,
    );
    await library.close();
    const steps = [...new Set(seen.map(({ step }) => step))];
    expect(steps).toEqual(['reading', 'indexing']);
    for (const step of steps) {
      const dones = seen.filter((one) => one.step === step).map(({ done }) => done);
      expect(dones).toEqual(dones.toSorted((a, b) => a - b));
      const last = seen.findLast((one) => one.step === step);
      expect(last?.done).toBe(last?.total);
    }
  });

  test('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(openLibrary({ corpus: CORPUS, signal }, tools, sentenceEnds)).rejects.toThrow('enough');
  });
});

describe('a large corpus that is indexed for the first time', () => {
  const articles = Array.from({ length: 30 }, (_, i) => [
    `a${String(i).padStart(2, '0')}.txt`,
    `The ferry Number${i} reached the island of Osterby on Monday.\n\nIt had ${i + 10} people on board.`,
  ]);
  const meanwhileOf = (limits: { from: number; sentences: number }) => {
    const { promise, resolve, reject } = Promise.withResolvers<LibraryStatus>();
    return { whole: promise, meanwhile: { onWhole: resolve, onError: reject, limits } };
  };

  test('answers from what is there, then from all of it; a reload waits for that', async () => {
    const folder = folderOf(Object.fromEntries(articles));
    const { whole, meanwhile } = meanwhileOf({ from: 1, sentences: 6 });
    const library = await openLibrary({ corpus: folder, prepare: true, meanwhile }, tools, sentenceEnds);
    onTestFinished(() => library.close());
    const first = library.status();
    expect([first.articles, first.toIndex]).toEqual([3, 27]);
    expect(library.current().ask('Which island did Number2 reach?', { top: 1 }).kind).toBe('answer');
    const report = await library.reload();
    expect([report.added.length, report.swapped]).toEqual([0, false]);
    expect(await whole).toMatchObject({ articles: 30 });
    expect(library.status().toIndex).toBeUndefined();
    expect(library.current().ask('Which island did Number29 reach?', { top: 1 }).kind).toBe('answer');
  });

  test('is opened as a whole when it is not that large', async () => {
    const folder = folderOf(Object.fromEntries(articles));
    const { meanwhile } = meanwhileOf({ from: 1_000_000, sentences: 6 });
    const library = await openLibrary({ corpus: folder, meanwhile }, tools, sentenceEnds);
    onTestFinished(() => library.close());
    expect(library.status()).toMatchObject({ articles: 30 });
    expect(library.status().toIndex).toBeUndefined();
  });

  test('is gone on with at the next start when it was ended in the middle', async () => {
    const folder = folderOf(Object.fromEntries(articles));
    const data = folderOf({});
    const indexed: number[] = [];
    const onProgress = ({ step, total }: Progress) => step === 'indexing' && indexed.push(total);
    const open = async (sentences: number) => {
      const { whole, meanwhile } = meanwhileOf({ from: 1, sentences });
      const cache = openIndexFolder(data, { create: true });
      const library = await openLibrary(
        { corpus: folder, meanwhile, onProgress, ...(cache && { cache }) },
        tools,
        sentenceEnds,
      );
      return { library, whole };
    };
    const ended = await open(6);
    await ended.library.close();
    expect(indexed[0]).toBe(30);
    indexed.length = 0;
    const { library, whole } = await open(60);
    onTestFinished(() => library.close());
    await whole;
    expect(indexed[0]).toBeLessThan(30);
    expect(library.status().articles).toBe(30);
    expect(library.current().ask('Which island did Number1 reach?', { top: 1 }).kind).toBe('answer');
  });

  test('is indexed while it is read, answers meanwhile, and loses nothing when the program is ended', async () => {
    const rest = 'Nothing else of note was said in Vellmark. '.repeat(45);
    const words = (i: number) => `The ferry Number${i} reached the island of Osterby on Monday.\n\n${rest}`;
    const lines = Array.from({ length: 1800 }, (_, i) =>
      JSON.stringify({ url: `https://a.example/${i}`, title: `Ferry ${i}`, text: words(i) }),
    );
    const corpus = join(folderOf({ 'all.jsonl': lines.join('\n') }), 'all.jsonl');
    const data = folderOf({});
    const { whole, meanwhile } = meanwhileOf({ from: 3_000_000, sentences: 50_000 });
    const open = async () => {
      const cache = openIndexFolder(data, { create: true });
      const library = await openLibrary({ corpus, meanwhile, ...(cache && { cache }) }, tools, sentenceEnds);
      onTestFinished(() => library.close());
      return library;
    };
    const library = await open();
    const first = library.status();
    expect(first.articles).toBeGreaterThan(0);
    expect(first.toIndex).toBeGreaterThan(0);
    expect(library.current().ask('Which island did Number2 reach?', { top: 1 }).kind).toBe('answer');
    // As after a kill: another one finds what was kept so far, though the first was not closed.
    const kept = openIndexFolder(data, { create: true })?.load(corpus, codeVersion());
    expect(kept?.names.length).toBeGreaterThan(0);
    expect(await whole).toMatchObject({ articles: 1800 });
    await library.close();
    const again = await open();
    expect(again.status()).toMatchObject({ articles: 1800, sentences: library.status().sentences });
  });
});
