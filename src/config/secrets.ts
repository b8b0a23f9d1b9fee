import type { Config } from './config.ts';

/** What of a configuration may be written nowhere: the token, and the database's address with its password. */
export function secretsOf({ discord, databaseUrl }: Config): string[] {
  const password = databaseUrl === undefined ? '' : new URL(databaseUrl).password;
  const secrets = [discord?.token ?? '', databaseUrl ?? '', password, decodeURIComponent(password)];
  return [...new Set(secrets)].filter((secret) => secret !== '');
}
