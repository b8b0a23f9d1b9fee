import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { loadTools } from './answer/load-tools.ts';
import { type Config, ConfigError, readConfig } from './config/config.ts';
import type { CalendarDate } from './corpus/article.ts';
import { calendarDate, parseCalendarDate } from './corpus/metadata/parse-day.ts';
import type { Snapshot } from './library/index.ts';
import { BackupError } from './operate/backup/manifest.ts';
import { withCorpus, withDatabase } from './operate/corpus-place.ts';
import { StateError } from './state/state.ts';
import { type AskCommand, askFile, askOne } from './terminal/commands/ask-command.ts';
import { printBackup, printRestore } from './terminal/commands/backup-command.ts';
import { startChat } from './terminal/commands/chat-command.ts';
import { checkCorpus } from './terminal/commands/check-command.ts';
import { printDates } from './terminal/commands/dates-command.ts';
import { explainOne } from './terminal/commands/explain-command.ts';
import { checkFeed, runFeeds } from './terminal/commands/feeds-command.ts';
import { printMigration } from './terminal/commands/migrate-command.ts';
import { rankFile } from './terminal/commands/rank-command.ts';
import { readFiles } from './terminal/commands/read-command.ts';
import { printTimeline, type TimelineCommand } from './terminal/commands/timeline-command.ts';
import { InputError } from './terminal/input-lines.ts';
import type { Io } from './terminal/io.ts';
import { openSnapshot } from './terminal/open-snapshot.ts';
import { DateIndexCache } from './timeline/events/date-index/date-index-cache.ts';
import { TIMELINE_DEFAULTS } from './timeline/tell/timeline-types.ts';

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
};

interface CorpusOption {
  readonly corpus?: string;
}

const corpusOption = () =>
  new Option(
    '--corpus <path>',
    'a folder of articles, or one .jsonl or .jsonl.gz file (default: DATABASE_URL, CORPUS_DIR or corpus/)',
  );

function corpusPath({ corpus }: CorpusOption): string {
  const path = corpus ?? readConfig(process.env).corpus;
  if (!existsSync(path))
    throw new InputError(`There is no ${path}; give a folder or a .jsonl file with --corpus`);
  return path;
}

/** Does something with the articles, wherever they are. */
function inCorpus<T>(options: CorpusOption, work: (path: string, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const given = config.databaseUrl === undefined ? corpusPath(options) : options.corpus;
  return withCorpus(given, config, (path) => work(path, config));
}

function openCorpus(options: CorpusOption): Promise<Snapshot> {
  return inCorpus(options, (path, config) => openSnapshot(path, config, io));
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

function dayOption(text: string): CalendarDate {
  const day = parseCalendarDate(text);
  if (day.ok) return day.date;
  throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
}

function today(): CalendarDate {
  const now = new Date();
  return calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

function createProgram(): Command {
  const program = new Command('footnote')
    .description('Answers questions with a verbatim quote and its source, from a folder of articles you own.')
    .version(packageJson.version)
    .showHelpAfterError('(footnote --help shows what there is)');

  program
    .command('ask')
    .description('answer a question, or every question of a file')
    .argument('[question...]', 'the question; the quotation marks may be left out')
    .addOption(corpusOption())
    .option('--questions <file>', 'a .jsonl file of {id, question, asked?}')
    .option('--top <k>', 'how many passages at most, 1 to 50', wholeNumber(1, 50), 3)
    .option('--json', 'print JSON, one object a line', false)
    .option('--asked <day>', 'the day that "this week" counts from (default: today)', dayOption)
    .option('--explain', "show each feature's share in the ranking and the confidence", false)
    .action(
      async (
        words: string[],
        options: CorpusOption & AskCommand & { questions?: string; explain: boolean },
      ) => {
        const question = words.join(' ').trim();
        if (options.questions === undefined && question === '') {
          throw new InputError('There is no question; give one: footnote ask who is Rami Al-Shaer');
        }
        const snapshot = await openCorpus(options);
        const one = { asked: today(), ...options };
        if (options.questions === undefined && options.explain) explainOne(snapshot, question, one, io);
        else if (options.questions === undefined) askOne(snapshot, question, one, io);
        else await askFile(snapshot, options.questions, options, io);
      },
    );

  program
    .command('rank')
    .description('score given candidates by the ranker alone; {id, question, candidates} a line')
    .argument('<file>', 'a .jsonl file')
    .action((file: string) => rankFile(file, loadTools(), io));

  program
    .command('chat')
    .description('ask one question after the other in the terminal')
    .addOption(corpusOption())
    .action(async (options: CorpusOption) => {
      const snapshot = await openCorpus(options);
      await startChat({ library: { current: () => snapshot }, today });
    });

  program
    .command('timeline')
    .description('what the articles say happened, when, in their own words')
    .argument('[topic...]', 'a name or some words; none: everything')
    .addOption(corpusOption())
    .option('--from <date>', 'the first day, such as 2011, "June 2021" or "last year"')
    .option('--to <date>', 'the last day')
    .option('--limit <n>', 'how many entries at most', wholeNumber(1, 100_000), TIMELINE_DEFAULTS.limit)
    .addOption(
      new Option('--order <order>', 'the entries are always chosen by importance')
        .choices(['date', 'importance'])
        .default('date'),
    )
    .option('--no-reported', 'leave sentences out that have no date but that of publication')
    .option('--every', 'every dated sentence as a line of JSON, nothing chosen', false)
    .option('--png <file>', 'draw it')
    .option('--svg <file>', 'draw it')
    .option('--light', 'draw it on white', false)
    .option('--json', 'print JSON', false)
    .action(async (words: string[], options: CorpusOption & Omit<TimelineCommand, 'topic'>) => {
      const snapshot = await openCorpus(options);
      const command = { ...options, topic: words.join(' ').trim() };
      await printTimeline(snapshot, command, { dateIndexes: new DateIndexCache(), today: today() }, io);
    });

  program
    .command('dates')
    .description('find expressions of time in a text, or in lines of {id, reference, text}')
    .argument('[file]', 'a text or .jsonl file (default: standard input)')
    .option('--reference <day>', 'the day the text was published, such as 2021-06-05')
    .option('--json', 'print JSON', false)
    .action((file: string | undefined, options: { reference?: string; json: boolean }) =>
      printDates({ ...options, file }, process.stdin, io),
    );

  program
    .command('read')
    .description('show articles as the corpus would hold them: facts, text, what was dropped')
    .argument('<file...>')
    .option('--json', 'print JSON, one object a line', false)
    .action(async (files: string[], { json }: { json: boolean }) => {
      process.exitCode = await readFiles(files, { json }, io);
    });

  program
    .command('backup')
    .description('write articles and state into one .tar.gz, also while the bot runs')
    .argument('<file>', 'where to, such as footnote-2026-01-31.tar.gz; it must not be there yet')
    .addOption(corpusOption())
    .action(async (file: string, options: CorpusOption) => {
      const config = readConfig(process.env);
      const places = { corpus: options.corpus ?? config.corpus, dataDir: config.dataDir };
      const { version } = packageJson;
      await withDatabase(config, (postgres) =>
        printBackup({ ...places, file, version, postgres, now: Date.now }, io),
      );
    });

  program
    .command('restore')
    .description('put articles and state back as a backup has them; what differs is kept aside')
    .argument('<file>', 'what "footnote backup" wrote')
    .addOption(corpusOption())
    .action(async (file: string, options: CorpusOption) => {
      const config = readConfig(process.env);
      const places = { corpus: options.corpus ?? config.corpus, dataDir: config.dataDir };
      await withDatabase(config, (postgres) =>
        printRestore({ ...places, file, postgres, now: Date.now }, io),
      );
    });

  program
    .command('migrate')
    .description('move articles and state into the database, or back; both are counted and compared')
    .argument('<direction>', 'folder-to-postgres or postgres-to-folder')
    .action((direction: string) => printMigration(direction, readConfig(process.env), io));

  const feeds = program.command('feeds').description('feeds that articles come by');
  feeds
    .command('check')
    .description('show what a feed brings, before it is followed')
    .argument('<address>', 'of a feed or of a site, or a file that was saved')
    .action((place: string) => checkFeed(place, packageJson.version, io));
  feeds
    .command('run')
    .description('ask every feed that is due once, for cron; exit code 1 if one fails')
    .addOption(corpusOption())
    .action(async (options: CorpusOption) => {
      const config = { ...readConfig(process.env), corpus: corpusPath(options) };
      process.exitCode = await runFeeds(config, packageJson.version, io);
    });

  program
    .command('check')
    .description("list the corpus's problems; exit code 1 if any is an error")
    .addOption(corpusOption())
    .action(async (options: CorpusOption) => {
      process.exitCode = await inCorpus(options, (path, config) => checkCorpus(path, io, config));
    });

  return program;
}

/** Errors whose message says what is wrong and what to do; of any other the place in the program matters. */
const TELLING = [InputError, ConfigError, BackupError, StateError];

// "footnote ask … | head" closes the pipe early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await createProgram().parseAsync();
} catch (error) {
  if (!(error instanceof Error && TELLING.some((kind) => error instanceof kind))) throw error;
  process.stderr.write(`footnote: ${error.message}\n`);
  process.exitCode = 1;
}
