import { resolve } from 'node:path';
import { SerialQueue } from '../../scheduling/serial-queue.ts';
import type { Article } from '../article.ts';
import { HeavyReader } from '../formats/heavy-reader.ts';
import { findFiles } from '../load.ts';
import type { Metadata } from '../reading/draft.ts';
import { knownExtension } from '../reading/list-files.ts';
import { readRules } from '../settings/reading-rules.ts';
import { isExport, isFolder, lineOf, mustBeAlone } from './article-in-file.ts';
import { type Known, refuseTaken, titleOf } from './check-savable.ts';
import { applyFacts, factsOf } from './draft-facts.ts';
import { editedFile, editedLine } from './edit-article.ts';
import { explain, takenError } from './explain-failure.ts';
import { withLock } from './folder-lock.ts';
import {
  type Change,
  type ExportResult,
  type Facts,
  type Keeper,
  KeeperError,
  type KeeperOptions,
  type Preview,
  type Source,
  type TrashEntry,
} from './keeper.ts';
import { type By, type KeepingTools, placeOf, replaceFile, titleAt } from './keeping-tools.ts';
import { Drafts } from './kept-drafts.ts';
import { removeArticle } from './remove-article.ts';
import { type Rendered, renderDraft } from './render-draft.ts';
import { restoreFile, restoreLine } from './restore-article.ts';
import { stageSource } from './stage-source.ts';
import { Trash } from './trash.ts';
import { exportArticles } from './writing/export-corpus.ts';
import { replaceExportLine } from './writing/export-line.ts';
import { exists, sweepTemporary, writeFileAtomically } from './writing/write-file.ts';

/** How old a file that was never finished must be to be deleted, in milliseconds: it may be another program's. */
const STALE = 60 * 60 * 1000;

/** Opens the keeper of a corpus, and clears what an earlier one left unfinished. */
export async function openKeeper(options: KeeperOptions): Promise<Keeper> {
  const keeper = new FolderKeeper(options);
  await keeper.sweep();
  return keeper;
}

/** Keeps a folder of articles. Its state is a thread for reading and the queue of changes. */
class FolderKeeper implements Keeper {
  readonly #tools: KeepingTools;
  readonly #onChange: (change: Change) => void | Promise<void>;
  readonly #known: Known;
  readonly #turns = new SerialQueue();
  readonly #drafts: Drafts;

  constructor({
    corpus,
    followLinks = false,
    known = () => undefined,
    onChange = () => undefined,
    now = () => Date.now(),
  }: KeeperOptions) {
    const folder = resolve(corpus);
    this.#tools = { corpus: folder, followLinks, trash: new Trash(folder), heavy: new HeavyReader(), now };
    this.#known = known;
    this.#onChange = onChange;
    this.#drafts = new Drafts(folder, now);
  }

  preview(source: Source): Promise<Preview> {
    return this.#guard(async () => {
      const draft = await this.#drafts.add(...stageSource(source));
      return this.#previewOf(draft.id);
    });
  }

  revise(id: string, facts: Facts): Promise<Preview> {
    return this.#guard(async () => {
      const draft = await this.#drafts.find(id);
      applyFacts({ authors: [], tags: [] }, facts);
      await this.#drafts.write({ ...draft, facts: { ...draft.facts, ...facts } });
      return this.#previewOf(id);
    });
  }

  draft(id: string): Promise<Preview> {
    return this.#guard(() => this.#previewOf(id));
  }

  save(id: string, { by, overwrite = false }: By & { readonly overwrite?: boolean }): Promise<Change> {
    return this.#change(async () => {
      const rendered = await this.#render(id);
      const title = titleOf(rendered);
      if (title === undefined) {
        const why = rendered.taken ? rendered.problems[0]?.message : undefined;
        throw new KeeperError('unreadable', why ?? 'There is no article in it to save.');
      }
      const absolute = await placeOf(this.#tools, rendered.path);
      const articleId =
        rendered.articles.length === 1 ? (rendered.articles[0]?.article.id ?? '') : rendered.path;
      const change = { by, path: rendered.path, title, id: articleId };
      if (!overwrite || !(await exists(absolute))) {
        await writeFileAtomically(absolute, rendered.bytes, { overwrite: false });
        await this.#drafts.drop(id);
        return this.#tell({ action: 'add', ...change });
      }
      const trashed = await replaceFile(this.#tools, rendered.path, rendered.bytes, {
        by,
        title: await titleAt(this.#tools, rendered.path),
      });
      await this.#drafts.drop(id);
      return this.#tell({ action: 'overwrite', ...change, trashed: trashed.id });
    });
  }

  discard(id: string): Promise<void> {
    return this.#guard(() => this.#drafts.drop(id));
  }

  facts(article: Article): Facts {
    return factsOf(article);
  }

  edit(article: Article, facts: Facts, { by }: By): Promise<Change> {
    return this.#change(async () => {
      const metadata = applyFacts(article, facts);
      if (isExport(article)) return this.#editLine(article, metadata, by);
      await mustBeAlone(this.#tools, article);
      const { path, bytes } = await editedFile(
        await placeOf(this.#tools, article.path),
        article,
        metadata,
        this.#tools.heavy,
      );
      if (path !== article.path && (await exists(await placeOf(this.#tools, path)))) throw takenError(path);
      const trashed = await replaceFile(this.#tools, article.path, bytes, {
        by,
        title: article.title,
        successor: path,
      });
      const title = metadata.title ?? article.title;
      return this.#tell({ action: 'edit', by, path, title, id: article.id, trashed: trashed.id });
    });
  }

  remove(article: Article, { by }: By): Promise<Change> {
    return this.#change(async () => this.#tell(await removeArticle(this.#tools, article, by)));
  }

  trash(): Promise<readonly TrashEntry[]> {
    return this.#guard(() => this.#tools.trash.list());
  }

  restore(entry: string, { by }: By): Promise<Change> {
    return this.#change(async () => {
      const item = await this.#tools.trash.find(entry);
      if (item.line === undefined) await restoreFile(this.#tools, item, by);
      else await restoreLine(this.#tools, item, item.line);
      await this.#tools.trash.drop(item);
      const id = item.path.slice(0, item.path.length - (knownExtension(item.path)?.length ?? 0));
      return this.#tell({ action: 'restore', by, path: item.path, title: item.title, id });
    });
  }

  exportCorpus(articles: readonly Article[], limit: number): Promise<ExportResult> {
    return exportArticles(articles, limit);
  }

  async close(): Promise<void> {
    await this.#turns.run(() => this.#tools.heavy.close());
  }

  /** Deletes expired drafts and files that were never finished. */
  async sweep(): Promise<void> {
    if (!(await isFolder(this.#tools.corpus))) return;
    await this.#guard(async () => {
      await this.#drafts.sweep();
      await sweepTemporary(this.#tools.corpus, this.#tools.now() - STALE);
    });
  }

  async #editLine(article: Article, metadata: Metadata, by: string): Promise<Change> {
    const { path, line, title } = article;
    const old = await lineOf(this.#tools, article);
    const item = await this.#tools.trash.prepare({
      path,
      line,
      title,
      removed: this.#tools.now(),
      by,
      why: 'replaced',
    });
    await writeFileAtomically(item.content, old, { overwrite: false });
    await replaceExportLine(await placeOf(this.#tools, path), line, editedLine(old, metadata));
    const id = metadata.url ?? article.id;
    return this.#tell({ action: 'edit', by, path, title: metadata.title ?? title, id, trashed: item.id });
  }

  async #render(id: string): Promise<Rendered> {
    const { files } = await findFiles(this.#tools.corpus, this.#tools);
    const rules = await readRules(this.#tools.corpus, files);
    return refuseTaken(await renderDraft(await this.#drafts.find(id), this.#tools.heavy, rules), this.#known);
  }

  async #previewOf(id: string): Promise<Preview> {
    const rendered = await this.#render(id);
    const { path, articles, problems, editable } = rendered;
    const there = await exists(await placeOf(this.#tools, path));
    return {
      draft: id,
      path,
      ...(there ? { existing: { path, title: await titleAt(this.#tools, path) } } : {}),
      articles,
      problems,
      savable: titleOf(rendered) !== undefined,
      editable,
    };
  }

  async #tell(change: Change): Promise<Change> {
    await this.#onChange(change);
    return change;
  }

  /** A change: no other program may make one meanwhile. */
  #change<T>(work: () => Promise<T>): Promise<T> {
    return this.#guard(() => withLock(this.#tools.corpus, work));
  }

  /** One work at a time; every failure in words that can be shown. */
  #guard<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.run(async () => {
      try {
        if (!(await isFolder(this.#tools.corpus))) {
          const message =
            'The corpus is one export file, or is not there; only a folder of articles can be changed from here.';
          throw new KeeperError('not-a-folder', message);
        }
        return await work();
      } catch (cause) {
        throw explain(cause);
      }
    });
  }
}
