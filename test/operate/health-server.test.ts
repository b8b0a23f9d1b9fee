import { afterEach, describe, expect, it } from 'vitest';
import { HealthError, type HealthServer, openHealthServer } from '../../src/operate/health-server.ts';

const open: HealthServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(waiting: string[] = [], metrics = async () => ({ type: 'text/plain', text: 'a 1\n' })) {
  const errors: unknown[] = [];
  const server = await openHealthServer({
    host: '127.0.0.1',
    port: 0,
    waitingFor: () => waiting,
    metrics,
    onError: (error) => errors.push(error),
  });
  open.push(server);
  return { url: server.url, errors };
}

describe('the pages of health', () => {
  it.each([
    ['GET', '/healthz', 200, '{"status":"ok"}\n'],
    ['GET', '/healthz?x=1', 200, '{"status":"ok"}\n'],
    ['HEAD', '/healthz', 200, ''],
    ['GET', '/readyz', 503, '{"status":"waiting","waitingFor":["the articles are being read"]}\n'],
    ['GET', '/metrics', 200, 'a 1\n'],
    ['GET', '/', 404, '{"error":"there is /healthz, /readyz and /metrics"}\n'],
    ['POST', '/healthz', 405, '{"error":"only GET and HEAD"}\n'],
  ])('%s %s is %i', async (method, path, status, body) => {
    const { url } = await serve(['the articles are being read']);
    const response = await fetch(url + path, { method });
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  it('is ready when nothing is waited for', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }]);
  });

  it('says no more than that the numbers failed; the log has the rest', async () => {
    const failure = new Error('the secret reason');
    const { url, errors } = await serve([], () => Promise.reject(failure));
    const response = await fetch(`${url}/metrics`);
    expect([response.status, await response.text()]).toEqual([
      500,
      '{"error":"the numbers could not be read"}\n',
    ]);
    expect(errors).toEqual([failure]);
  });
});

describe('a port that can’t be had', () => {
  const options = {
    waitingFor: () => [],
    metrics: async () => ({ type: '', text: '' }),
    onError: () => null,
  };

  it('is named with the fix when it is taken', async () => {
    const { url } = await serve();
    const port = Number(new URL(url).port);
    const second = openHealthServer({ host: '127.0.0.1', port, ...options });
    await expect(second).rejects.toThrow(
      new HealthError(`HEALTH_PORT ${port} is taken by another program. Choose another, or leave it empty.`),
    );
  });

  it('is named with the fix when the address is of another machine', async () => {
    const other = openHealthServer({ host: '192.0.2.1', port: 0, ...options });
    await expect(other).rejects.toThrow('HEALTH_HOST "192.0.2.1" is no address of this machine.');
  });
});
