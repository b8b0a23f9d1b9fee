import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

function record(level: 'info' | 'warn', secrets: string[] = []) {
  const lines: string[] = [];
  return { lines, log: createLog({ level, secrets, to: { write: (line) => lines.push(line) } }) };
}

describe('createLog', () => {
  it('writes one JSON line per entry, with the time in words', () => {
    const { lines, log } = record('info');
    log.info({ articles: 2 }, 'ready');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 30,
      msg: 'ready',
      articles: 2,
      time: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('keeps to its level', () => {
    const { lines, log } = record('warn');
    log.info('not this');
    log.warn('this');
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['this']);
  });

  it('never writes a secret, wherever it stands', () => {
    const { lines, log } = record('info', ['MTIz.secret.token']);
    log.info({ options: { headers: { authorization: 'Bot MTIz.secret.token' } } }, 'sent MTIz.secret.token');
    log.error({ err: new Error('refused: MTIz.secret.token') });
    expect(lines.join('')).not.toContain('MTIz.secret.token');
    expect(lines.join('')).toContain('[secret]');
  });

  it.each([
    'https://discord.com/api/v10/webhooks/123456789012345678/aW50ZXJhY3Rpb246MTIzNDU2Nzg5/messages/@original',
    'https://discord.com/api/v10/interactions/123456789012345678/aW50ZXJhY3Rpb246MTIzNDU2Nzg5/callback',
  ])('never writes an interaction token: %s', (url) => {
    const { lines, log } = record('info');
    log.error({ err: Object.assign(new Error('Unknown interaction'), { url }) });
    expect(lines.join('')).not.toContain('aW50ZXJhY3Rpb24');
    expect(lines.join('')).toContain('123456789012345678/[secret]/');
  });
});
