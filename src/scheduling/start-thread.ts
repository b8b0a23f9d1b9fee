import module from 'node:module';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread that takes what was compiled before from where this one takes it. By itself a thread compiles all of its
 * modules anew, which is a third of a second's work.
 */
export function startThread(file: URL, options: WorkerOptions): Worker {
  // Node keeps what it compiled in a folder of its version below the one it was given.
  const compiled = module.getCompileCacheDir();
  const env =
    compiled === undefined ? {} : { env: { ...process.env, NODE_COMPILE_CACHE: dirname(compiled) } };
  // What the program was started with (npm start has a small one) would count for its threads, too, whatever their own
  // limits say. The program's own heap has been laid out, and does not ask again.
  setFlagsFromString('--max-semi-space-size=0');
  return new Worker(file, { ...options, ...env });
}
