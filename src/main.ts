import { existsSync } from 'node:fs';
import { ConfigError, readConfig } from './config.ts';
import { LoginError } from './discord/client.ts';
import { createLog } from './log.ts';
import { start } from './start.ts';
import { StateError } from './state/state.ts';

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  await start(config, createLog({ level: config.logLevel, secrets: [config.discord?.token ?? ''] }));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof LoginError || error instanceof StateError))
    throw error;
  process.stderr.write(`footnote: ${error.message}\n`);
  process.exit(1);
}
