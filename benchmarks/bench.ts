/**
 * Measures Footnote beside the search libraries that could be used instead of it. `npm ci --prefix benchmarks` installs
 * them; results go to standard output as Markdown, progress to standard error.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchKinds } from './kinds/bench-kinds.ts';
import { type Benchmark, type BenchOptions, readOptions, USAGE } from './options.ts';
import { benchQuality } from './quality.ts';
import { benchSelection } from './selection.ts';
import { benchSpeed } from './speed.ts';

export type Say = (message: string) => void;

/** Runs a benchmark that is a program of its own: `node NAME.ts FOLDER`. */
async function runScript(name: Benchmark, folder: string): Promise<string> {
  const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [script, join(folder, name)], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  return '';
}

async function run(benchmark: Benchmark, options: BenchOptions, say: Say): Promise<string> {
  switch (benchmark) {
    case 'quality':
      return [
        await benchKinds(options, say),
        // A single row that is asked for is all that is asked for.
        ...(options.kinds.length > 0
          ? []
          : [await benchSelection(options, say), await benchQuality(options, say)]),
      ].join('\n');
    case 'selection':
      return benchSelection(options, say);
    case 'speed':
      return benchSpeed(options, say);
    case 'dates':
    case 'timelines':
    case 'pages':
      return runScript(benchmark, options.data);
    case 'pdf':
    case 'reading':
      return runScript(benchmark, options.cache);
  }
}

function tryOptions(): BenchOptions | undefined {
  try {
    return readOptions(process.argv.slice(2), process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USAGE}\n`);
    process.exitCode = 1;
    return undefined;
  }
}

const options = tryOptions();
for (const benchmark of options?.benchmarks ?? []) {
  if (options === undefined) break;
  process.stdout.write(
    `${await run(benchmark, options, (message) => void process.stderr.write(`${message}\n`))}\n`,
  );
}
