import type { Problem } from '../article.ts';
import { readDropLines } from '../cleaning/drop-lines.ts';
import type { CorpusFile } from '../reading/list-files.ts';
import { readFolderSettings, settingsFor } from './folder-settings.ts';
import { measureNews, type NewsShare } from './news-share.ts';
import type { FolderSettings } from './parse-settings.ts';

/** How the files of a corpus are to be read, beside what their formats say. */
export interface ReadingRules {
  /** Lines to drop, folded. */
  readonly dropLines: ReadonlySet<string>;
  /** What a file's folders say of it, `news` always told. */
  readonly settingsOf: (path: string) => FolderSettings & { readonly news: boolean };
  /** How much of the corpus was found to be dated pages. */
  readonly news: NewsShare;
  /** All of this as lines: when they differ, everything is read again. */
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads the rules of a corpus: its list of lines to drop, the settings of its folders, whether it is news. */
export async function readRules(root: string, files: readonly CorpusFile[]): Promise<ReadingRules> {
  const drop = await readDropLines(root);
  const { folders, problems } = await readFolderSettings(
    root,
    files.map(({ path }) => path),
  );
  const news = await measureNews(files);
  const told = [...folders].map(([folder, settings]) => `${folder}/corpus.yaml ${JSON.stringify(settings)}`);
  return {
    dropLines: drop.lines,
    settingsOf: (path) => ({ news: news.isNews, ...settingsFor(path, folders) }),
    news,
    lines: [...drop.lines, ...told, `news ${news.isNews}`],
    problems: [...drop.problems, ...problems],
  };
}
