import { describe } from 'vitest';
import { installed } from './postgres-server.ts';

export { type PostgresServer, startPostgres } from './postgres-server.ts';

/**
 * `describe` for what needs a server. Where none is installed the tests are skipped and say so; on a build server they
 * fail, so that nobody takes them for passed.
 */
export const describePostgres =
  installed === undefined && process.env['CI'] === undefined
    ? (name: string, _: () => void) =>
        describe.skip(`${name} (no PostgreSQL: npm ci installs one for Linux, macOS and Windows)`, () =>
          undefined)
    : (name: string, body: () => void) => describe(name, body);
