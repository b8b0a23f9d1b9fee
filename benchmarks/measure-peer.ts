import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { PEER_IDS, type PeerId } from './peers/index.ts';

const peerId = z.enum(PEER_IDS);
const question = z.object({
  id: z.string(),
  text: z.string(),
  asked: z.string().optional(),
  answers: z.array(z.string()),
});

/** What a process of its own is asked to do: index a corpus with one peer, put the questions, judge the sentences. */
export const peerJob = z.object({
  peer: peerId,
  stopWords: z.enum(['dropped', 'kept']),
  corpus: z.array(z.string()),
  /** Stop at this many sentences of the corpus. */
  sentences: z.number().optional(),
  questions: z.array(question),
  /** How many sentences are asked for. */
  top: z.number(),
  /** No further question after so many seconds, unless fewer than `least` were put. */
  seconds: z.number(),
  least: z.number(),
  model: z.string().optional(),
  folder: z.string(),
});
export type PeerJob = z.infer<typeof peerJob>;

/** What the process found out. */
export const peerReport = z.object({
  name: z.string(),
  sentences: z.number(),
  indexMs: z.number(),
  /** What the index added to the heap and to the buffers outside it. */
  memoryBytes: z.number(),
  diskBytes: z.number().optional(),
  /** The most that the process ever held, its input included. */
  peakBytes: z.number(),
  outcomes: z.array(z.object({ id: z.string(), first: z.number().optional(), ms: z.number() })),
});
export type PeerReport = z.infer<typeof peerReport>;

const HEAP_MB = 14_000;

/**
 * Runs one peer in a process of its own, so that its memory is told apart and the next one starts afresh.
 * @param cache a folder for its files, which are removed afterwards
 * @throws Error when the process fails, for instance because the peer is not installed
 */
export async function measurePeer(job: Omit<PeerJob, 'folder'>, cache: string): Promise<PeerReport> {
  const folder = mkdtempSync(join(cache, `${job.peer}-`));
  const child = fork(fileURLToPath(new URL('./peer-process.ts', import.meta.url)), {
    execArgv: ['--expose-gc', `--max-old-space-size=${HEAP_MB}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  try {
    return await new Promise<PeerReport>((resolve, reject) => {
      child.once('message', (message) => {
        const parsed = peerReport.safeParse(message);
        if (parsed.success) resolve(parsed.data);
        else reject(new Error(`${job.peer}: ${String(message)}`));
      });
      child.once('error', reject);
      child.once('exit', (code, signal) =>
        reject(new Error(`${job.peer}: the process ended with ${signal ?? code}`)),
      );
      child.send({ ...job, folder });
    });
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The peers that were asked for; all when none was named. */
export function choosePeers(only: readonly PeerId[], without: readonly PeerId[] = []): PeerId[] {
  return PEER_IDS.filter((id) => (only.length === 0 || only.includes(id)) && !without.includes(id));
}
