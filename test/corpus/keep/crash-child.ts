/*
 * Changes a corpus without end, to be killed in the middle of it: `node crash-child.ts CORPUS DATA keeper|library`.
 * Every text that has been added is told to the parent once it is on the disk.
 */
import { openKeeper } from '../../../src/corpus/keep/folder-keeper.ts';
import { loadCorpus } from '../../../src/corpus/load.ts';
import { type Library, openIndexFolder, openLibrary } from '../../../src/library/index.ts';

const [corpus = '', data = '', mode = ''] = process.argv.slice(2);
const keeper = await openKeeper({ corpus });
const cache = openIndexFolder(data, { create: true });
const by = { by: 'crash' };
const tell = (message: object) => process.send?.(message);

let library: Library | undefined;
if (mode === 'library') library = await openLibrary({ corpus, ...(cache && { cache }) });
tell({ ready: true });
for (let i = 0; ; i++) {
  const name = `${process.pid}-${i}`;
  const text = `Begin of ${name}. ${'The harbour was closed. '.repeat(400)}\n\nEnd of ${name}.`;
  const { draft } = await keeper.preview({ kind: 'text', text, facts: { title: name } });
  await keeper.save(draft, by);
  tell({ added: name });
  const { articles } = await loadCorpus(corpus);
  const [first, second, third] = articles.toSorted((a, b) => a.hash.localeCompare(b.hash));
  if (first) await keeper.edit(first, { publisher: `The ${i}. Post` }, by);
  if (second) await keeper.remove(second, by);
  if (third && i % 2 === 0) await keeper.edit(third, { title: third.title, authors: name }, by);
  const [latest] = (await keeper.trash()).filter(({ why }) => why === 'removed');
  if (latest && i % 3 === 0) await keeper.restore(latest.id, by);
  if (library) await library.reload();
  else cache?.save(corpus, 'crash', Buffer.from(JSON.stringify(articles)), []);
}
