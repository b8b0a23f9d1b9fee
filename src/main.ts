import { existsSync } from 'node:fs';
import { readConfig } from './config/config.ts';
import { secretsOf } from './config/secrets.ts';
import { createLog } from './log.ts';
import { exitCodeOf } from './operate/exit-codes.ts';
import { start } from './start.ts';

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel, secrets: secretsOf(config) });
  await start(config, log, process.argv[2] === 'demo' ? 'demo' : undefined);
} catch (error) {
  const code = exitCodeOf(error);
  if (code === undefined || !(error instanceof Error)) throw error;
  process.stderr.write(`footnote: ${error.message}\n`);
  process.exit(code);
}
