import { z } from 'zod';

/** What stands in a backup beside articles and state; the first file in it. */
export const Manifest = z.object({
  /** Raise it when older versions could no longer read what is written. */
  format: z.literal(1),
  footnote: z.string(),
  /** An ISO moment. */
  made: z.string(),
  /** Whether `corpus` is a folder or one export. */
  corpus: z.enum(['folder', 'file']),
  files: z.number(),
  entries: z.number(),
});
export type Manifest = z.infer<typeof Manifest>;

export const NAMES = { manifest: 'backup.json', state: 'footnote.sqlite', corpus: 'corpus' } as const;

/** A backup can't be made or used; the message says why and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
