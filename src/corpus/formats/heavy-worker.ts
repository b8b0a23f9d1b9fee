import { parentPort } from 'node:worker_threads';
import { UnreadableBytes } from '../reading/decode.ts';
import type { HeavyAnswer, HeavyTask } from './heavy-reader.ts';
import { loadHeavy } from './parse.ts';

/** The thread's side of the heavy reader: one task after the other. */
parentPort?.on('message', async (task: HeavyTask) => {
  const parse = await loadHeavy(task.format);
  send({ started: true });
  try {
    send({ parsed: await parse(task.bytes, task.path, task.fields) });
  } catch (cause) {
    send(failure(cause));
  }
});

function send(answer: HeavyAnswer): void {
  parentPort?.postMessage(answer);
}

function failure(cause: unknown): HeavyAnswer {
  if (cause instanceof UnreadableBytes) return { message: cause.message, fix: cause.fix };
  const detail = cause instanceof Error ? cause.message.split('\n')[0]?.slice(0, 160) : String(cause);
  const fix = 'Check that it opens elsewhere, or save its text as .txt.';
  return { message: `The file cannot be read: ${detail?.replace(/\.$/, '')}.`, fix };
}
