import type { ChaosProcess } from './chaos-process.ts';
import type { Order, Told } from './messages.ts';

/** How an order ended: refused with what reason, or unknown since the process was killed meanwhile. */
export interface Ordered {
  readonly order: Order;
  readonly outcome: 'made' | 'refused' | 'unknown';
  readonly error?: string;
}

/** A version of the corpus that a process answered from, and since when (`performance.now()`). */
export interface Seen {
  readonly shard: number;
  readonly at: number;
  readonly version: number;
  readonly digest: string;
}

/** What was ordered and what was told, to be held against each other at the end. */
export interface Ledger {
  readonly orders: readonly Ordered[];
  readonly seen: readonly Seen[];
  hear(shard: number, told: Told): void;
  /** @returns when the process says how it ended, or has gone */
  order(process: ChaosProcess, shard: number, order: Order): Promise<Ordered>;
  /** A process was killed: what it was doing nobody knows. */
  gone(shard: number): void;
}

const nameOf = ({ step, article }: Order) => `${step} ${article}`;

export function createLedger(): Ledger {
  const orders: Ordered[] = [];
  const seen: Seen[] = [];
  const open = new Map<string, { readonly shard: number; end(ordered: Ordered): void }>();
  return {
    orders,
    seen,
    hear(shard, told) {
      if (told.kind === 'answers-from') seen.push({ ...told, shard, at: performance.now() });
      if (told.kind !== 'done') return;
      const { order, error } = told;
      const ended: Ordered =
        error === undefined ? { order, outcome: 'made' } : { order, outcome: 'refused', error };
      open.get(nameOf(order))?.end(ended);
    },
    order(process, shard, order) {
      return new Promise((resolve) => {
        open.set(nameOf(order), {
          shard,
          end(ordered) {
            open.delete(nameOf(order));
            orders.push(ordered);
            resolve(ordered);
          },
        });
        process.send(order);
      });
    },
    gone(shard) {
      for (const [name, each] of [...open]) {
        const [step, article] = name.split(' ');
        if (each.shard !== shard || (step !== 'add' && step !== 'change' && step !== 'remove')) continue;
        each.end({ order: { step, article: Number(article) }, outcome: 'unknown' });
      }
    },
  };
}
