import type { ResourceLimits, Worker } from 'node:worker_threads';
import type { Article } from '../../corpus/article.ts';
import { type ArticleFacts, factsOf, KeptArticle } from '../../corpus/kept-article.ts';
import { startThread } from '../../scheduling/start-thread.ts';
import type { Pace } from '../../scheduling/steps.ts';
import { encodeBody } from '../../search/articles/body-codec.ts';
import type { IndexTools } from './index-tools.ts';

/** Articles of which a thread is to make one segment's file. */
export interface IndexingTask {
  readonly articles: readonly { readonly facts: ArticleFacts; readonly body: Uint8Array }[];
  /** See `SplittingTools`. */
  readonly namedSentences: number;
}

/** What the thread sends: how many articles it has done, and in the end the file. */
export type IndexingAnswer = { readonly done: number } | { readonly file: Uint8Array<ArrayBuffer> };

/** Threads that make segments of articles. They live as long as there is work for them. */
export class IndexingThreads {
  readonly #memory: ResourceLimits;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();

  /** @param memory of each thread's heap */
  constructor(memory: ResourceLimits) {
    this.#memory = memory;
  }

  /**
   * Makes a segment's file of some articles, in a thread that has nothing to do, or in a new one.
   * @param onDone how many of them are done
   * @returns the file; rejects when the thread fails, for want of memory say, and with the signal's reason
   */
  async index(
    articles: readonly Article[],
    { pace, namedSentences, signal }: Pick<IndexTools, 'pace' | 'namedSentences' | 'signal'>,
    onDone: (articles: number) => void,
  ): Promise<Uint8Array> {
    const worker = this.#idle.pop() ?? this.#start();
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    // Nobody waits for it yet when it is aborted while the articles are put together.
    promise.catch(() => undefined);
    const abort = () => reject(signal?.reason);
    const leave = () => reject(new Error('A thread that indexes has ended'));
    const take = (answer: IndexingAnswer) => ('file' in answer ? resolve(answer.file) : onDone(answer.done));
    worker.on('message', take).on('error', reject).on('exit', leave);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      signal?.throwIfAborted();
      const task: IndexingTask = { articles: await bodiesOf(articles, pace), namedSentences };
      worker.postMessage(task);
      const file = await promise;
      this.#idle.push(worker);
      return file;
    } catch (error) {
      void worker.terminate();
      throw error;
    } finally {
      worker.off('message', take).off('error', reject).off('exit', leave);
      signal?.removeEventListener('abort', abort);
    }
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#all, (worker) => worker.terminate()));
  }

  #start(): Worker {
    const worker = startThread(new URL('./index-worker.ts', import.meta.url), {
      resourceLimits: this.#memory,
    });
    worker.unref();
    this.#all.add(worker);
    // Also when it has nothing to do.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      this.#all.delete(worker);
      const idle = this.#idle.indexOf(worker);
      if (idle >= 0) this.#idle.splice(idle, 1);
    });
    return worker;
  }
}

async function bodiesOf(articles: readonly Article[], pace: Pace): Promise<IndexingTask['articles']> {
  const out = [];
  for (const article of articles) {
    out.push({ facts: factsOf(article), body: bodyOf(article) });
    await pace();
  }
  return out;
}

/** What was kept is handed on as it is. */
function bodyOf(article: Article): Uint8Array {
  return article instanceof KeptArticle ? article.bodyBytes() : encodeBody(article, []);
}
