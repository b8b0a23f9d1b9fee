import { expect, it } from 'vitest';
import { ConfigError } from '../../src/config/config.ts';
import { LoginError } from '../../src/discord/connection/client.ts';
import { EXIT, exitCodeOf } from '../../src/operate/exit-codes.ts';
import { HealthError } from '../../src/operate/health-server.ts';
import { mayPass } from '../../src/state/sqlite/sqlite-errors.ts';
import { StateError } from '../../src/state/state.ts';

it.each([
  ['a wrong setting', new ConfigError(['LOG_LEVEL is not a log level.']), EXIT.config],
  ['a token that Discord refuses', new LoginError('Discord refused the token.'), EXIT.config],
  ['a session that Discord ended', new LoginError('Restart the bot.', { mayPass: true }), EXIT.later],
  ['a database of another program', new StateError('another program’s'), EXIT.config],
  ['a disk that is full', new StateError('full', { mayPass: true }), EXIT.later],
  ['a port that is taken', new HealthError('taken'), EXIT.later],
  ['a fault of the program', new TypeError('x is undefined'), undefined],
])('what a supervisor is told of %s', (_, error, code) => {
  expect(exitCodeOf(error)).toBe(code);
});

const withCode = (code: string) => Object.assign(new Error(code), { code });
const sqlite = (errcode: number) => Object.assign(new Error('sqlite'), { errcode });

it.each([
  ['no space left', withCode('ENOSPC'), true],
  ['a read-only file system', withCode('EROFS'), true],
  ['another user’s folder', withCode('EACCES'), true],
  ['a file where the folder should be', withCode('ENOTDIR'), false],
  ['SQLite: full', sqlite(13), true],
  ['SQLite: read-only, by a hot journal (extended code)', sqlite(776), true],
  ['SQLite: not a database', sqlite(26), false],
])('whether waiting is of use: %s', (_, error, passes) => {
  expect(mayPass(error)).toBe(passes);
});
