import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config/config.ts';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB';
const SERVER = '123456789012345678';
const OTHER = '223456789012345678';

describe('readConfig', () => {
  it('needs nothing: without a token there is no Discord', () => {
    expect(readConfig({})).toEqual({
      corpus: 'corpus',
      corpusWatch: false,
      addLinks: false,
      feeds: false,
      followLinks: false,
      votesEverywhere: false,
      gapsDays: 90,
      dataDir: 'data',
      logLevel: 'info',
      playgroundPort: 3737,
    });
  });

  it('reads every variable', () => {
    const config = readConfig({
      DISCORD_TOKEN: TOKEN,
      DISCORD_APPLICATION_ID: SERVER,
      DISCORD_GUILD_IDS: `${SERVER}, ${OTHER},${SERVER}`,
      HOME_GUILD_ID: OTHER,
      DISCORD_API_URL: 'http://127.0.0.1:4000/api/v10/',
      CORPUS_DIR: 'articles',
      CORPUS_WATCH: 'yes',
      CORPUS_ADD_LINKS: 'TRUE',
      CORPUS_FEEDS: 'yes',
      CORPUS_FOLLOW_LINKS: 'TRUE',
      VOTES_EVERYWHERE: 'yes',
      GAPS_DAYS: '0',
      DATA_DIR: '/var/lib/footnote',
      DATABASE_URL: 'postgres://footnote:a%40b@db.example:5432/footnote',
      LOG_LEVEL: 'DEBUG',
      PLAYGROUND_PORT: '0',
      HEALTH_PORT: '9464',
      HEALTH_HOST: '0.0.0.0',
      SHARDS: '0-3/16',
    });
    expect(config).toEqual({
      discord: {
        token: TOKEN,
        applicationId: SERVER,
        guildIds: [SERVER, OTHER],
        homeGuildId: OTHER,
        apiUrl: 'http://127.0.0.1:4000/api',
        shards: { first: 0, last: 3, total: 16 },
      },
      corpus: 'articles',
      corpusWatch: true,
      addLinks: true,
      feeds: true,
      followLinks: true,
      votesEverywhere: true,
      gapsDays: 0,
      dataDir: '/var/lib/footnote',
      databaseUrl: 'postgres://footnote:a%40b@db.example:5432/footnote',
      logLevel: 'debug',
      playgroundPort: 0,
      health: { host: '0.0.0.0', port: 9464 },
    });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.discord)).toBe(true);
  });

  it.each([
    ['blank is not set', { DISCORD_TOKEN: '  ' }, undefined],
    ['a pair of quotation marks is not part of it', { DISCORD_TOKEN: `"${TOKEN}"` }, TOKEN],
    ['"Bot " is how libraries send it', { DISCORD_TOKEN: `Bot ${TOKEN}` }, TOKEN],
    ['a line end from a secrets file', { DISCORD_TOKEN: `${TOKEN}\n` }, TOKEN],
  ])('token: %s', (_, env, token) => {
    expect(readConfig(env).discord?.token).toBe(token);
  });

  it.each([
    [{ CORPUS_WATCH: 'sometimes' }, /CORPUS_WATCH is "sometimes". Write yes or no/],
    [{ GAPS_DAYS: '-1' }, /GAPS_DAYS is "-1", not a number of days.*0 to 3650/],
    [{ GAPS_DAYS: 'a week' }, /GAPS_DAYS is "a week"/],
    [{ DISCORD_TOKEN: 'two words' }, /DISCORD_TOKEN holds a blank.*Reset Token/],
    [{ DISCORD_TOKEN: SERVER }, /DISCORD_TOKEN is an id, not a token/],
    [{ DISCORD_TOKEN: 'ab'.repeat(32) }, /DISCORD_TOKEN is the application's public key/],
    [{ DISCORD_APPLICATION_ID: 'footnote' }, /DISCORD_APPLICATION_ID is not an id.*Application ID/],
    [{ DISCORD_GUILD_IDS: `${SERVER},my server` }, /DISCORD_GUILD_IDS has "my".*Copy Server ID/s],
    [{ DISCORD_API_URL: 'discord.com/api' }, /DISCORD_API_URL is not an http\(s\) address/],
    [{ DISCORD_API_URL: 'file:///etc/passwd' }, /DISCORD_API_URL is not an http\(s\) address/],
    [{ DISCORD_API_URL: 'http://discord.example/api' }, /DISCORD_API_URL is not an https address.*localhost/],
    [{ DISCORD_API_URL: 'http://127.0.0.1.example/api' }, /DISCORD_API_URL is not an https address/],
    [{ DISCORD_API_URL: 'http://localhost@discord.example' }, /DISCORD_API_URL is not an https address/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is not a log level. Use one of trace, debug/],
    [{ PLAYGROUND_PORT: '70000' }, /PLAYGROUND_PORT is "70000", not a port/],
    [{ PLAYGROUND_PORT: '80.5' }, /PLAYGROUND_PORT is "80.5", not a port/],
    [
      { DATABASE_URL: 'db.example/footnote' },
      /DATABASE_URL is not the address of a PostgreSQL database\. Write postgres:/,
    ],
    [{ DATABASE_URL: 'mysql://db.example/footnote' }, /DATABASE_URL is not the address/],
    [{ DATABASE_URL: 'postgres://db.example' }, /DATABASE_URL is not the address/],
    [{ SHARDS: '4' }, /SHARDS is "4"\. Write which of how many/],
    [{ SHARDS: '3-2/8', HOME_GUILD_ID: SERVER }, /SHARDS is "3-2\/8"/],
    [{ SHARDS: '0-8/8', HOME_GUILD_ID: SERVER }, /SHARDS is "0-8\/8"/],
    [{ SHARDS: '0-3/16' }, /SHARDS needs HOME_GUILD_ID/],
    [{ HOME_GUILD_ID: `${SERVER},${OTHER}` }, /HOME_GUILD_ID is not a server id.*one server only/s],
    [{ HOME_SERVER_ID: SERVER }, /HOME_GUILD_ID is not set, but HOME_SERVER_ID is. Rename/],
    [{ DISCORD_GUILD_ID: SERVER }, /DISCORD_GUILD_IDS is not set, but DISCORD_GUILD_ID is. Rename/],
    [{ DISCORD_BOT_TOKEN: TOKEN }, /DISCORD_TOKEN is not set, but DISCORD_BOT_TOKEN is/],
  ])('refuses %j', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });

  it.each([
    'https://proxy.example/api',
    'HTTPS://proxy.example/api',
    'http://localhost:4000/api',
    'http://[::1]:4000/api',
    'http://127.1/api',
  ])('takes %s for an API', (url) => {
    expect(readConfig({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: url }).discord?.apiUrl).toBe(url);
  });

  it('names every mistake at once', () => {
    const wrong = {
      DISCORD_TOKEN: 'a b',
      DISCORD_GUILD_IDS: 'x,y',
      LOG_LEVEL: 'loud',
      PLAYGROUND_PORT: '-1',
    };
    let problems: readonly string[] = [];
    try {
      readConfig(wrong);
    } catch (error) {
      if (error instanceof ConfigError) problems = error.problems;
    }
    expect(problems.map((line) => line.split(' ')[0])).toEqual([
      'DISCORD_TOKEN',
      'DISCORD_GUILD_IDS',
      'DISCORD_GUILD_IDS',
      'LOG_LEVEL',
      'PLAYGROUND_PORT',
    ]);
  });

  it('never repeats the token in a message', () => {
    expect(() => readConfig({ DISCORD_TOKEN: `${TOKEN} x` })).toThrow(ConfigError);
    expect(() => readConfig({ DISCORD_TOKEN: `${TOKEN} x` })).not.toThrow(TOKEN);
  });

  it('lets other programs have variables of their own', () => {
    expect(() => readConfig({ DISCORD_WEBHOOK: 'x', PATH: '/bin', DISCORD_OWNER: '1' })).not.toThrow();
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');

  it('explains every variable, and says what the defaults are', () => {
    const values = parseEnv(text);
    expect(Object.keys(values).sort()).toEqual([
      'CORPUS_ADD_LINKS',
      'CORPUS_DIR',
      'CORPUS_FEEDS',
      'CORPUS_FOLLOW_LINKS',
      'CORPUS_WATCH',
      'DATABASE_URL',
      'DATA_DIR',
      'DISCORD_API_URL',
      'DISCORD_APPLICATION_ID',
      'DISCORD_GUILD_IDS',
      'DISCORD_TOKEN',
      'GAPS_DAYS',
      'HEALTH_HOST',
      'HEALTH_PORT',
      'HOME_GUILD_ID',
      'LOG_LEVEL',
      'PLAYGROUND_PORT',
      'SHARDS',
      'VOTES_EVERYWHERE',
    ]);
    expect(readConfig(values)).toEqual(readConfig({}));
  });
});
