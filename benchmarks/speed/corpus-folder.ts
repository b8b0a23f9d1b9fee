import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../peers/peer.ts';

/** Articles a folder holds, so that no folder is too long for the file system. */
const A_FOLDER = 1000;

/** Writes articles as a host keeps them: a text file each, its facts in front. @returns their paths */
export function writeCorpusFolder({ articles }: Corpus, folder: string): string[] {
  return articles.map(({ article: { title, published, text }, sentences }, number) => {
    const home = join(folder, String(Math.floor(number / A_FOLDER)));
    if (number % A_FOLDER === 0) mkdirSync(home, { recursive: true });
    const facts = [
      `title: ${JSON.stringify(title)}`,
      ...(published === undefined ? [] : [`published: ${published}`]),
    ];
    const path = join(home, `${number}.txt`);
    // The last article is cut where the corpus is full.
    const words = text.slice(0, sentences.at(-1)?.end);
    writeFileSync(path, `---\n${facts.join('\n')}\n---\n\n${words}\n`);
    return path;
  });
}
