import { type Command, Option } from 'commander';
import { TIMELINE_DEFAULTS } from '../../timeline/tell/timeline-types.ts';
import type { TimelineCommand } from '../commands/timeline-command.ts';
import type { Io } from '../io.ts';
import { type CorpusOption, corpusOption, today, wholeNumber } from './options.ts';
import { openCorpus } from './places.ts';

const MOST_ENTRIES = 100_000;

/** The commands about dates and what happened when. */
export function addTellingTime(program: Command, io: Io): void {
  program
    .command('timeline')
    .description('what the articles say happened, when, in their own words')
    .argument('[topic...]', 'a name or some words; none: everything')
    .addOption(corpusOption())
    .option('--from <date>', 'the first day, such as 2011, "June 2021" or "last year"')
    .option('--to <date>', 'the last day')
    .option('--limit <n>', 'how many entries at most', wholeNumber(1, MOST_ENTRIES), TIMELINE_DEFAULTS.limit)
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
      const snapshot = await openCorpus(options, io);
      const { DateIndexCache } = await import('../../timeline/events/date-index/date-index-cache.ts');
      const { printTimeline } = await import('../commands/timeline-command.ts');
      const command = { ...options, topic: words.join(' ').trim() };
      await printTimeline(snapshot, command, { dateIndexes: new DateIndexCache(), today: today() }, io);
    });

  program
    .command('dates')
    .description('find expressions of time in a text, or in lines of {id, reference, text}')
    .argument('[file]', 'a text or .jsonl file (default: standard input)')
    .option('--reference <day>', 'the day the text was published, such as 2021-06-05')
    .option('--json', 'print JSON', false)
    .action(async (file: string | undefined, options: { reference?: string; json: boolean }) => {
      const { printDates } = await import('../commands/dates-command.ts');
      await printDates({ ...options, file }, process.stdin, io);
    });
}
