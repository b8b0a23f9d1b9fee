import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Library, LibraryOptions } from '../../src/library/index.ts';
import { openIndexFolder } from '../../src/library/index.ts';
import { LiveLibrary } from '../../src/library/live-library.ts';
import { folderOf } from '../corpus/folder.ts';
import { sentenceEnds, tools } from '../language.ts';

const PEOPLE = ['Ada Quill', 'Boris Vane', 'Clara Moss', 'Dunja Reed', 'Emil Stone', 'Freya Holt'];
const TOWNS = ['Osterby', 'Vellmark', 'Sandvik', 'Rungholt', 'Ahrenfeld', 'Lindau'];
const articleOf = (i: number, verb = 'reopened') =>
  `---\ntitle: Notes ${i}\npublished: 2021-08-0${i + 1}\n---\n${PEOPLE[i]}, the mayor of ${TOWNS[i]}, ${verb} bridge ${i} on Monday.\n\nIn ${TOWNS[i]} the repairs had cost ${i + 2} million crowns.`;
const FILES = Object.fromEntries(PEOPLE.map((_, i) => [`a${i}.md`, articleOf(i)]));
const QUESTIONS = PEOPLE.flatMap((name, i) => [
  `who is ${name}`,
  `how much did the repairs in ${TOWNS[i]} cost`,
]);

async function open(corpus: string, options: Partial<LibraryOptions> = {}): Promise<Library> {
  const library = await LiveLibrary.open({ corpus, ...options }, tools, sentenceEnds);
  onTestFinished(() => library.close());
  return library;
}

const ids = (articles: readonly { readonly id: string }[]) => articles.map(({ id }) => id);

/** What someone who asks sees. */
function answers(library: Library) {
  return QUESTIONS.map((question) => {
    const answer = library.current().ask(question, { top: 2 });
    // Of sentences that are no answer, several may be equally near.
    const [first] = answer.kind === 'answer' ? answer.passages : [];
    return [
      question,
      answer.kind,
      answer.confidence.toFixed(4),
      first?.article.text.slice(first.start, first.end),
    ];
  });
}

describe('reload', () => {
  test('tells what was added, changed and removed, and answers from it', async () => {
    const folder = folderOf(FILES);
    const library = await open(folder);
    const before = library.current();
    writeFileSync(join(folder, 'new.txt'), 'Gustav Finn, the mayor of Kappeln, was born in 1960.');
    writeFileSync(join(folder, 'a1.md'), articleOf(1, 'demolished'));
    rmSync(join(folder, 'a2.md'));
    writeFileSync(join(folder, 'bad.md'), '---\ntitle: [\n---\n');
    const report = await library.reload({ by: '1' });
    expect(ids(report.added)).toEqual(['new']);
    expect(ids(report.changed)).toEqual(['a1']);
    expect(ids(report.removed)).toEqual(['a2']);
    expect(new Set(report.failed.map(({ path }) => path))).toEqual(new Set(['bad.md']));
    expect(report).toMatchObject({
      swapped: true,
      before: { articles: 6, sentences: 12 },
      after: { articles: 6, sentences: 11 },
    });
    expect(library.current().ask('who is Gustav Finn', { top: 1 })).toMatchObject({ kind: 'answer' });
    expect(library.current().ask('who is Clara Moss', { top: 1 }).kind).toBe('no-answer');
    expect(library.status()).toMatchObject({
      articles: 6,
      undated: 1,
      lastReload: { by: '1', swapped: true, added: 1 },
    });
    // Who holds the old snapshot still gets the old answers.
    expect(before.articles).toHaveLength(6);
    expect(before.ask('who is Clara Moss', { top: 1 }).kind).toBe('answer');
  });

  test('gives the same answers as a fresh start, after many reloads', async () => {
    const folder = folderOf(FILES);
    const library = await open(folder);
    for (let round = 0; round < 14; round++) {
      const i = round % 6;
      if (round % 4 === 3) renameSync(join(folder, `a${i}.md`), join(folder, `moved${round}.md`));
      else
        writeFileSync(
          join(folder, `a${i}.md`),
          articleOf(i, ['painted', 'closed', 'sold'][Math.floor(round / 6)]),
        );
      expect((await library.reload()).swapped).toBe(true);
    }
    expect(answers(library)).toEqual(answers(await open(folder)));
  });

  test('changes nothing when nothing has changed, also when a file was only touched', async () => {
    const folder = folderOf(FILES);
    const library = await open(folder);
    const snapshot = library.current();
    writeFileSync(join(folder, 'a1.md'), articleOf(1));
    expect(await library.reload()).toMatchObject({ added: [], changed: [], removed: [], swapped: false });
    await library.reload();
    expect(library.current()).toBe(snapshot);
  });

  test('facts that changed show without indexing anew', async () => {
    const folder = folderOf(FILES);
    const library = await open(folder);
    writeFileSync(join(folder, 'a1.md'), articleOf(1).replace('---\n', '---\npublisher: The Post\n'));
    const { changed } = await library.reload();
    expect(changed).toMatchObject([{ id: 'a1', publisher: 'The Post' }]);
    const answer = library.current().ask('who is Boris Vane', { top: 1 });
    expect(answer).toMatchObject({ kind: 'answer', passages: [{ article: { publisher: 'The Post' } }] });
    const article = library.current().catalog.byId('a1');
    expect(article && library.current().sentencesOf(article)).toHaveLength(2);
    writeFileSync(join(folder, 'a1.md'), articleOf(1));
    const [bare] = (await library.reload()).changed;
    expect(bare).toMatchObject({ id: 'a1' });
    expect(bare).not.toHaveProperty('publisher');
    expect(library.current().catalog.byId('a1')?.publisher).toBeUndefined();
  });

  test.each<[string, (folder: string) => void, string]>([
    ['the folder has gone', (folder) => renameSync(folder, `${folder}.gone`), 'unreadable'],
    [
      'the folder is empty: its disk is not there',
      (folder) => rmSync(folder, { recursive: true }),
      'unreadable',
    ],
    [
      'all files are damaged',
      (folder) => {
        for (const name of Object.keys(FILES)) writeFileSync(join(folder, name), '');
      },
      'nothing-readable',
    ],
    [
      'all articles are gone',
      (folder) => {
        for (const name of Object.keys(FILES)) rmSync(join(folder, name));
      },
      'vanished',
    ],
  ])('keeps the old corpus when %s', async (_, spoil, kind) => {
    const folder = folderOf(FILES);
    const library = await open(folder);
    spoil(folder);
    onTestFinished(() => rmSync(`${folder}.gone`, { recursive: true, force: true }));
    const report = await library.reload();
    expect(report).toMatchObject({
      swapped: false,
      reason: { kind, message: expect.any(String) },
      after: { articles: 6 },
    });
    expect(library.current().ask('who is Ada Quill', { top: 1 }).kind).toBe('answer');
    const { swapped } = await library.reload({ confirmed: true });
    expect(swapped).toBe(kind !== 'unreadable');
  });

  test('runs one at a time; a waiting one can be cancelled', async () => {
    const folder = folderOf(FILES);
    const library = await open(folder);
    writeFileSync(join(folder, 'new.txt'), 'Gustav Finn was born in 1960.');
    const first = library.reload();
    const cancel = new AbortController();
    const second = library.reload({ signal: cancel.signal });
    expect(library.status().reloading).toBe(2);
    cancel.abort(new Error('never mind'));
    await expect(second).rejects.toThrow('never mind');
    expect((await first).added).toHaveLength(1);
    expect((await library.reload()).swapped).toBe(false);
  });

  test('can be cancelled at work; the corpus stays as it was', async () => {
    const folder = folderOf(FILES);
    const library = await open(folder);
    writeFileSync(join(folder, 'new.txt'), 'Gustav Finn was born in 1960.');
    const cancel = new AbortController();
    const reload = library.reload({
      signal: cancel.signal,
      onProgress: () => cancel.abort(new Error('stop')),
    });
    await expect(reload).rejects.toThrow('stop');
    expect(library.current().articles).toHaveLength(6);
    expect((await library.reload()).added).toHaveLength(1);
  });

  test('is over after close', async () => {
    const library = await open(folderOf(FILES));
    await library.close();
    await expect(library.reload()).rejects.toThrow(/closed/);
  });

  test('an export: only the articles of changed lines are new', async () => {
    const lines = PEOPLE.map((name, i) =>
      JSON.stringify({ title: name, url: `https://x.example/${i}`, text: articleOf(i) }),
    );
    const folder = folderOf({ 'all.jsonl': `${lines.join('\n')}\n` });
    const library = await open(join(folder, 'all.jsonl'));
    const before = new Set(library.current().articles);
    lines[2] = JSON.stringify({ title: 'Clara', url: 'https://x.example/2', text: articleOf(2, 'sold') });
    writeFileSync(join(folder, 'all.jsonl'), `${lines.join('\n')}\n`);
    const { changed } = await library.reload();
    expect(ids(changed)).toEqual(['https://x.example/2']);
    expect(library.current().articles.filter((article) => before.has(article))).toHaveLength(5);
  });
});

describe('the cache', () => {
  const noFile = (name: string): never => {
    throw new Error(`no file ${name}`);
  };
  const cacheIn = (folder: string) => {
    const cache = openIndexFolder(folder, { create: true });
    if (cache === undefined) throw new Error('no cache');
    onTestFinished(() => cache.close());
    return cache;
  };

  test('a second start answers the same, also when files have changed since', async () => {
    const folder = folderOf(FILES);
    const cache = cacheIn(folderOf({}));
    const first = await open(folder, { cache });
    const before = answers(first);
    await first.close();
    expect(answers(await open(folder, { cache }))).toEqual(before);
    rmSync(join(folder, 'a0.md'));
    writeFileSync(join(folder, 'a1.md'), articleOf(1, 'sold'));
    const third = await open(folder, { cache });
    expect(answers(third)).toEqual(answers(await open(folder)));
  });

  test('suggests the names of what has changed at once, and those of what went no more', async () => {
    const folder = folderOf(FILES);
    const library = await open(folder);
    const names = (typed: string) =>
      library
        .current()
        .names(typed, 9)
        .map(({ name, count }) => `${name} ${count}`);
    expect([names('vane'), names('gustav')]).toEqual([['Boris Vane 1'], []]);
    writeFileSync(join(folder, 'new.txt'), 'In Kappeln it was Gustav Finn who met Ada Quill.');
    rmSync(join(folder, 'a1.md'));
    await library.reload();
    expect([names('vane'), names('gustav')]).toEqual([[], ['Gustav Finn 1']]);
    expect(names('quill')).toEqual(['Ada Quill 2']);
    const fresh = await open(folder);
    expect(library.current().names('', 99)).toEqual(fresh.current().names('', 99));
  });

  test('a second start suggests the same names', async () => {
    const folder = folderOf(FILES);
    const cache = cacheIn(folderOf({}));
    const options = { cache, prepare: true, now: () => Date.now() + 60_000 };
    const names = (library: Library) => library.current().names('', 100);
    const first = await open(folder, options);
    const before = names(first);
    await first.close();
    expect(before.map(({ name }) => name)).toEqual(expect.arrayContaining(['Osterby', 'Vellmark']));
    expect(names(await open(folder, options))).toEqual(before);
  });

  test('takes unchanged articles from the cache, not from their files', async () => {
    const folder = folderOf(FILES);
    const cache = cacheIn(folderOf({}));
    const later = () => Date.now() + 60_000;
    await (await open(folder, { cache, now: later })).close();
    const read: string[] = [];
    const library = await open(folder, {
      cache,
      now: later,
      onProgress: ({ step, total }) => step === 'indexing' && read.push(String(total)),
    });
    expect(read).toEqual([]);
    expect(library.current().articles).toHaveLength(6);
  });

  test('what was reloaded is there at the next start, without indexing anything', async () => {
    const folder = folderOf(FILES);
    const cache = cacheIn(folderOf({}));
    const later = () => Date.now() + 60_000;
    const first = await open(folder, { cache, now: later });
    rmSync(join(folder, 'a2.md'));
    writeFileSync(join(folder, 'a1.md'), articleOf(1, 'sold'));
    writeFileSync(join(folder, 'a3.md'), articleOf(3).replace('---\n', '---\npublisher: The Post\n'));
    await first.reload();
    const [before, facts] = [answers(first), first.current().catalog.byId('a3')?.publisher];
    await first.close();
    const indexed: number[] = [];
    const onProgress: LibraryOptions['onProgress'] = ({ step, total }) =>
      step === 'indexing' && indexed.push(total);
    const second = await open(folder, { cache, now: later, onProgress });
    expect(indexed).toEqual([]);
    expect(answers(second)).toEqual(before);
    expect([facts, second.current().catalog.byId('a3')?.publisher]).toEqual(['The Post', 'The Post']);
  });

  test('articles with mistakes, with one id, and with one title in several folders come back as they were', async () => {
    const note = (text: string) =>
      `---\ntitle: Notes\nurl: https://x.example/${text}\n---\n${text} was seen in Osterby.`;
    const folder = folderOf({
      'x/notes.md': note('Ada'),
      'y/notes.md': note('Ben'),
      'two.jsonl': `${[1, 2].map((n) => JSON.stringify({ id: 'one', url: 'https://x.example/same', title: 'T', text: `Text ${n}.` })).join('\n')}\n`,
    });
    const cache = cacheIn(folderOf({}));
    const later = () => Date.now() + 60_000;
    const seen = ({ problems, articles }: ReturnType<Library['current']>) => [
      problems,
      articles.map(({ id, title, text }) => [id, title, text]).sort(),
    ];
    const first = await open(folder, { cache, now: later });
    const before = seen(first.current());
    await first.reload();
    expect(seen(first.current())).toEqual(before);
    await first.close();
    const second = await open(folder, { cache, now: later });
    expect(seen(second.current())).toEqual(before);
    expect(await second.reload()).toMatchObject({ swapped: false, changed: [] });
  });

  test.each<[string, (path: string) => void]>([
    ['cut short', (path) => truncateSync(path, 100)],
    ['gone', (path) => rmSync(path)],
    ['damaged', (path) => writeFileSync(path, readFileSync(path).fill(7, 600, 640))],
  ])('a file of the index that is %s is made anew, and told of', async (_, spoil) => {
    const folder = folderOf(FILES);
    const data = folderOf({});
    const cache = cacheIn(data);
    const first = await open(folder, { cache });
    const before = answers(first);
    await first.close();
    const files = readdirSync(data, { withFileTypes: true, recursive: true }).filter((one) => one.isFile());
    for (const { parentPath, name } of files) if (name !== 'manifest') spoil(join(parentPath, name));
    const errors: unknown[] = [];
    const second = await open(folder, { cache, onCacheError: (error) => errors.push(error) });
    expect(errors).toHaveLength(1);
    expect(answers(second)).toEqual(before);
    await second.close();
    await open(folder, { cache, onCacheError: (error) => errors.push(error) });
    expect(errors).toHaveLength(1);
  });

  test('damage of what is not read at the start is found, told of and mended while it answers', async () => {
    const folder = folderOf(FILES);
    const data = folderOf({});
    const cache = cacheIn(data);
    const first = await open(folder, { cache, prepare: true });
    const before = answers(first);
    await first.close();
    const files = readdirSync(data, { withFileTypes: true, recursive: true }).filter((one) => one.isFile());
    for (const { parentPath, name } of files) {
      const path = join(parentPath, name);
      const bytes = readFileSync(path);
      const words = bytes.indexOf('the mayor of Osterby');
      if (words >= 0) writeFileSync(path, bytes.fill('x', words, words + 9));
    }
    const { promise: told, resolve } = Promise.withResolvers<unknown>();
    const second = await open(folder, { cache, prepare: true, onCacheError: resolve });
    expect(await told).toMatchObject({ message: 'Section articles.bodies of the stored index is damaged' });
    // Reloads run one at a time: this one waits until it has been mended.
    await second.reload();
    expect(answers(second)).toEqual(before);
  });

  test('what can’t be read of it is read anew from the files', async () => {
    const folder = folderOf(FILES);
    const cache = cacheIn(folderOf({}));
    await (await open(folder, { cache })).close();
    const errors: unknown[] = [];
    const broken = {
      ...cache,
      load: () => ({ manifest: Buffer.from('{"segments":["x"]'), names: [], open: noFile }),
    };
    const library = await open(folder, { cache: broken, onCacheError: (error) => errors.push(error) });
    expect(library.current().articles).toHaveLength(6);
    expect(errors).toHaveLength(1);
  });
});

test('watching: a change of the folder, also of a new one in it, is read by itself', async () => {
  const folder = folderOf(FILES);
  const reports: string[][] = [];
  const { promise: both, resolve } = Promise.withResolvers<void>();
  await open(folder, {
    watch: {
      onReload: ({ added }) => {
        reports.push(ids(added));
        if (reports.length === 1)
          writeFileSync(join(folder, 'deep', 'later.txt'), 'Later, Gustav Finn was seen.');
        else resolve();
      },
      onError: (error) => {
        throw error;
      },
    },
  });
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep', 'new.txt'), 'Gustav Finn was born in 1960.');
  await both;
  expect(reports).toEqual([['deep/new'], ['deep/later']]);
}, 20_000);
