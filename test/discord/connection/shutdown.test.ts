import { EventEmitter } from 'node:events';
import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { installShutdown } from '../../../src/discord/connection/shutdown.ts';
import { createLog } from '../../../src/log.ts';

function start(close: () => Promise<void> = async () => undefined) {
  const exits: number[] = [];
  const lines: string[] = [];
  const process = Object.assign(new EventEmitter(), { exit: (code: number) => void exits.push(code) });
  const log = createLog({ level: 'info', to: { write: (line) => lines.push(JSON.parse(line).msg) } });
  const shutdown = installShutdown({ process, log, close });
  return { process, exits, lines, shutdown };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('installShutdown', () => {
  it.each(['SIGINT', 'SIGTERM'])('closes once on %s, then ends', async (signal) => {
    let closed = 0;
    const { process, exits } = start(async () => void closed++);
    process.emit(signal);
    await turn();
    expect([closed, exits]).toEqual([1, [0]]);
  });

  it('ends at once on a second signal', async () => {
    const { process, exits } = start(() => Promise.withResolvers<void>().promise);
    process.emit('SIGTERM');
    process.emit('SIGINT');
    await turn();
    expect(exits).toEqual([130]);
  });

  it('ends with 1 when something could not be closed', async () => {
    const { shutdown, exits, lines } = start(() => Promise.reject(new Error('disk full')));
    await shutdown(0);
    expect([exits, lines.at(-1)]).toEqual([[1], 'The shutdown was not clean']);
  });

  it('survives rejections, and interactions that have expired', async () => {
    const { process, exits, lines } = start();
    process.emit('unhandledRejection', new Error('somewhere'));
    const expired = { code: 10062, message: 'Unknown interaction' };
    process.emit(
      'uncaughtException',
      new DiscordAPIError(expired, 10062, 404, 'POST', '/', { files: [], body: {} }),
    );
    await turn();
    expect([exits, lines.length]).toEqual([[], 2]);
  });

  it('closes and ends with 1 after an exception that nobody caught', async () => {
    const { process, exits } = start();
    process.emit('uncaughtException', new Error('broken'));
    await turn();
    expect(exits).toEqual([1]);
  });
});
