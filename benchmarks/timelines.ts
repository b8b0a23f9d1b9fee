/**
 * Dates of events and choice of days, and how fast a timeline is made.
 *
 *   node benchmarks/timelines.ts FOLDER [--out FOLDER] [--sentences N]
 *
 * FOLDER (or $FOOTNOTE_EVAL/timelines) holds two files: `semeval*.json` (SemEval-2015 task 4: the date of each event
 * word) and `t17*.json` (Timeline17: the days that journalists chose, and what they wrote of them, beside the baseline of
 * the days with most articles and their first sentences). With `--out` the predictions are written there.
 * Also measured: a synthetic corpus of N sentences (default 1,000,000), queried for topics of different sizes.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { TermReader } from '../src/text/terms.ts';
import { loadLanguage } from '../src/text/wink.ts';
import { guessDates, SemEval, scoreSemEval } from './timelines/semeval.ts';
import { measureSpeed } from './timelines/synthetic.ts';
import { measureTimeline17, Timeline17 } from './timelines/timeline17.ts';

const language = loadLanguage();
const reader = new TermReader(language.stem);
const termsOf = (sentence: string): string[] =>
  reader.read(sentence).flatMap(({ term, stop }) => (stop ? [] : [term]));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, sentences: { type: 'string', default: '1000000' } },
});
const { FOOTNOTE_EVAL: EVAL } = process.env;
const folder = positionals[0] ?? join(EVAL ?? '.', 'timelines');
const write = (name: string, prediction: unknown): void => {
  if (values.out === undefined) return;
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, name), JSON.stringify(prediction));
};
for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()) {
  const data: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const semEval = SemEval.safeParse(data);
  if (semEval.success) {
    const guesses = guessDates(semEval.data.articles, language.stem);
    write(basename(name), { '*': guesses });
    console.log(name);
    console.table([scoreSemEval(semEval.data, guesses)]);
    continue;
  }
  const { rows, predictions } = measureTimeline17(Timeline17.parse(data), termsOf);
  write(basename(name), predictions);
  console.log(name);
  console.table(rows);
}
const count = Number(values.sentences);
if (count > 0) console.table([measureSpeed(count)]);
