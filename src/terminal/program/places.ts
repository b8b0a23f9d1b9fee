import { existsSync } from 'node:fs';
import type { Config } from '../../config/config.ts';
import type { Snapshot } from '../../library/index.ts';
import { InputError } from '../input-lines.ts';
import type { Io } from '../io.ts';
import type { CorpusOption } from './options.ts';

/** The settings of the environment. Loaded when a command needs them: "--help" needs none. */
export async function settings(): Promise<Config> {
  const { readConfig } = await import('../../config/config.ts');
  return readConfig(process.env);
}

/**
 * Where the articles are: what the command was told, else what the settings say.
 * @throws {InputError} when nothing is there
 */
export function corpusPath({ corpus }: CorpusOption, config: Config): string {
  const path = corpus ?? config.corpus;
  if (!existsSync(path))
    throw new InputError(`There is no ${path}; give a folder or a .jsonl file with --corpus`);
  return path;
}

/** Does something with the articles, wherever they are: in the folder or in the database. */
export async function inCorpus<T>(
  options: CorpusOption,
  work: (path: string, config: Config) => Promise<T>,
): Promise<T> {
  const config = await settings();
  const given = config.databaseUrl === undefined ? corpusPath(options, config) : options.corpus;
  const { withCorpus } = await import('../../operate/corpus-place.ts');
  return withCorpus(given, config, (path) => work(path, config));
}

/** Opens the articles for questions. */
export function openCorpus(options: CorpusOption, io: Io): Promise<Snapshot> {
  return inCorpus(options, async (path, config) => {
    const { openSnapshot } = await import('../open-snapshot.ts');
    return openSnapshot(path, config, io);
  });
}
