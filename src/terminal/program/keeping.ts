import type { Command } from 'commander';
import type { Postgres } from '../../state/postgres/connect.ts';
import type { Io } from '../io.ts';
import { type CorpusOption, corpusOption } from './options.ts';
import { corpusPath, inCorpus, settings } from './places.ts';

/** The commands that read, check, keep and move articles and state, and fetch what feeds bring. */
export function addKeeping(program: Command, version: string, io: Io): void {
  program
    .command('read')
    .description('show articles as the corpus would hold them: facts, text, what was dropped')
    .argument('<file...>')
    .option('--json', 'print JSON, one object a line', false)
    .action(async (files: string[], { json }: { json: boolean }) => {
      const { readFiles } = await import('../commands/read-command.ts');
      process.exitCode = await readFiles(files, { json }, io);
    });

  program
    .command('backup')
    .description('write articles and state into one .tar.gz, also while the bot runs')
    .argument('<file>', 'where to, such as footnote-2026-01-31.tar.gz; it must not be there yet')
    .addOption(corpusOption())
    .action(async (file: string, options: CorpusOption) => {
      const { printBackup } = await import('../commands/backup-command.ts');
      await atBothPlaces(options, (places) => printBackup({ ...places, file, version, now: Date.now }, io));
    });

  program
    .command('restore')
    .description('put articles and state back as a backup has them; what differs is kept aside')
    .argument('<file>', 'what "footnote backup" wrote')
    .addOption(corpusOption())
    .action(async (file: string, options: CorpusOption) => {
      const { printRestore } = await import('../commands/backup-command.ts');
      await atBothPlaces(options, (places) => printRestore({ ...places, file, now: Date.now }, io));
    });

  program
    .command('migrate')
    .description('move articles and state into the database, or back; both are counted and compared')
    .argument('<direction>', 'folder-to-postgres or postgres-to-folder')
    .action(async (direction: string) => {
      const { printMigration } = await import('../commands/migrate-command.ts');
      await printMigration(direction, await settings(), io);
    });

  program
    .command('check')
    .description("list the corpus's problems; exit code 1 if any is an error")
    .addOption(corpusOption())
    .action(async (options: CorpusOption) => {
      const { checkCorpus } = await import('../commands/check-command.ts');
      process.exitCode = await inCorpus(options, (path, config) => checkCorpus(path, io, config));
    });
}

/** The commands about feeds. */
export function addFeeds(program: Command, version: string, io: Io): void {
  const feeds = program.command('feeds').description('feeds that articles come by');
  feeds
    .command('check')
    .description('show what a feed brings, before it is followed')
    .argument('<address>', 'of a feed or of a site, or a file that was saved')
    .action(async (place: string) => {
      const { checkFeed } = await import('../commands/feeds-command.ts');
      await checkFeed(place, version, io);
    });
  feeds
    .command('run')
    .description('ask every feed that is due once, for cron; exit code 1 if one fails')
    .addOption(corpusOption())
    .action(async (options: CorpusOption) => {
      const config = await settings();
      const { runFeeds } = await import('../commands/feeds-command.ts');
      // With a database there need be no folder.
      const corpus = config.databaseUrl === undefined ? corpusPath(options, config) : config.corpus;
      process.exitCode = await runFeeds({ ...config, corpus }, version, io);
    });
}

interface Places {
  readonly corpus: string;
  readonly dataDir: string;
  readonly postgres: Postgres | undefined;
}

/** Articles and state, in the folders or in the database. */
async function atBothPlaces(options: CorpusOption, work: (places: Places) => Promise<void>): Promise<void> {
  const config = await settings();
  const { withDatabase } = await import('../../operate/corpus-place.ts');
  const { dataDir } = config;
  const corpus = options.corpus ?? config.corpus;
  await withDatabase(config, (postgres) => work({ corpus, dataDir, postgres }));
}
