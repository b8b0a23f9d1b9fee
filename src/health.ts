import { existsSync } from 'node:fs';
import { ConfigError, readConfig } from './config/config.ts';
import { probe } from './operate/probe.ts';

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { health } = readConfig(process.env);
  const { healthy, text } = await probe(health?.port, process.argv.includes('--ready'));
  process.stdout.write(`${text}\n`);
  process.exitCode = healthy ? 0 : 1;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`footnote: ${error.message}\n`);
  process.exitCode = 1;
}
