import { setTimeout as sleep } from 'node:timers/promises';
import { COMMANDS } from '../../commands/index.ts';
import { readConfig } from '../../src/config/config.ts';
import { startBot } from '../../src/discord/bot.ts';
import { openCorpusTools } from '../../src/discord/corpus/open-corpus-tools.ts';
import { checkCommands } from '../../src/discord/registration/check-commands.ts';
import { openFeeds } from '../../src/feeds/open-feeds.ts';
import { openIndexFolder, openLibrary } from '../../src/library/index.ts';
import { createLog } from '../../src/log.ts';
import { openSharedHome } from '../../src/shared/index.ts';
import { createLeases } from '../../src/state/leases.ts';
import { connectPostgres } from '../../src/state/postgres/connect.ts';
import { openPostgresState } from '../../src/state/postgres/open-postgres-state.ts';
import type { Told } from '../chaos/messages.ts';
import { fastClock, speedUp } from './fast-clock.ts';

/*
 * A bot with feeds as `src/start.ts` opens it, but that its clock runs faster, that a lease of a process that has died
 * is free sooner, and that it may fetch from this machine. It says which feeds it has read.
 */

const { BEGIN = '0', FAST = '1', LEASE = '15000', SITE_PORT = '0' } = process.env;

function tell(told: Told): void {
  if (process.connected) process.send?.(told);
}

speedUp(Number(FAST));
// The same for all, also for one that is started again.
const now = fastClock(Number(FAST), Number(BEGIN));
const config = readConfig(process.env);
const { discord, databaseUrl } = config;
if (discord === undefined || databaseUrl === undefined) throw new Error('A token and a database are needed');
const log = createLog({
  level: 'debug',
  to: {
    write(line) {
      const { level, msg, feed, outcome } = JSON.parse(line);
      if (msg === 'A feed was read') tell({ kind: 'polled', feed, added: outcome.added ?? 0 });
      if (level >= 40) process.stderr.write(line);
    },
  },
});
const postgres = connectPostgres(databaseUrl);
const onError = (err: unknown) => log.error({ err }, 'State failed');
const opened = await openPostgresState(postgres, { onError });
const state = {
  ...opened,
  withLease: createLeases({
    update: (name, change) => opened.update('leases', name, change),
    clock: async () => Date.now(),
    ttl: Number(LEASE),
    onError,
  }),
};
const home = await openSharedHome(postgres, config.dataDir);
const cache = openIndexFolder(config.dataDir, { create: true, onError });
const open = () => openLibrary({ corpus: home.folder, prepare: true, ...(cache !== undefined && { cache }) });
const library = home.follow(cache === undefined ? await open() : await home.withIndex(cache, open, onError), {
  onReload: () => undefined,
  onError,
});
const tools = await openCorpusTools({ config, library, state, openShared: home.openKeeper, now });
const guard = { resolve: async () => ['127.0.0.1'], allow: () => true, ports: [Number(SITE_PORT)] };
const wait = (ms: number, signal?: AbortSignal) => sleep(ms / Number(FAST), undefined, { signal });
const feedTools = openFeeds({ home, state, version: 'test', guard, now, wait });
await startBot({
  discord,
  config,
  ...tools,
  feedTools,
  state,
  commands: checkCommands(COMMANDS),
  log,
  now,
});
tell({ kind: 'ready' });
process.on('disconnect', () => process.exit(0));
