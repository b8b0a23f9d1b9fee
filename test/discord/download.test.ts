import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { CORPUS_LIMITS } from '../../src/corpus/limits.ts';
import { download } from '../../src/discord/corpus/download.ts';
import { EN } from './words/all.ts';

/** A server on loopback that hands out so many bytes. */
async function serve(bytes: number): Promise<string> {
  const server = createServer((_, response) => response.end(Buffer.alloc(bytes, 'a')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on a port');
  return `http://127.0.0.1:${address.port}/a.txt`;
}

test('an attachment is fetched', async () => {
  const source = await download({ name: 'a.txt', url: await serve(5), size: 5 }, EN);
  expect(source).toEqual({ kind: 'file', name: 'a.txt', bytes: Buffer.from('aaaaa') });
});

test.each([
  ['states', 0, CORPUS_LIMITS.fileBytes + 1],
  ['has', CORPUS_LIMITS.fileBytes + 1, 10],
])('one that %s more than is allowed is refused', async (_, bytes, size) => {
  const source = download({ name: 'a.txt', url: await serve(bytes), size }, EN);
  await expect(source).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining(' MB'),
  });
});
