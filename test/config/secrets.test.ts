import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { secretsOf } from '../../src/config/secrets.ts';

test.each([
  ['nothing', {}, []],
  ['no password', { DATABASE_URL: 'postgres://db.example/articles' }, ['postgres://db.example/articles']],
  [
    'a password, as it is and as it is written in an address',
    { DATABASE_URL: 'postgres://bot:a%40b@db.example/articles' },
    ['postgres://bot:a%40b@db.example/articles', 'a%40b', 'a@b'],
  ],
])('of %s nothing is written', (_, env, secrets) => {
  expect(secretsOf(readConfig(env))).toEqual(secrets);
});
