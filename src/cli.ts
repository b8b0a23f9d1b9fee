import { existsSync } from 'node:fs';
import packageJson from '../package.json' with { type: 'json' };
import type { Io } from './terminal/io.ts';
import { createProgram } from './terminal/program/program.ts';

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
};

// "footnote ask … | head" closes the pipe early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await createProgram(packageJson.version, io).parseAsync();
} catch (error) {
  const { isTelling } = await import('./terminal/program/telling-errors.ts');
  if (!isTelling(error)) throw error;
  process.stderr.write(`footnote: ${error.message}\n`);
  process.exitCode = 1;
}
