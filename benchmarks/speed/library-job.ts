import { z } from 'zod';

/** What a process of its own is asked to do with a corpus. */
export const libraryJob = z.object({
  corpus: z.string(),
  /** Where its index is kept. */
  data: z.string(),
  questions: z.array(z.string()),
  /** Files of articles that are changed before a reload, a list for each; none: no reload. */
  changes: z.array(z.array(z.string())),
});
export type LibraryJob = z.infer<typeof libraryJob>;

const Latencies = z.array(z.number());

/** What it found; times in milliseconds, sizes in bytes. */
export const libraryReport = z.object({
  articles: z.number(),
  sentences: z.number(),
  /** From the first import to an open corpus, and to the first answer. */
  openMs: z.number(),
  firstAnswerMs: z.number(),
  /** Resident after the questions, and at most. */
  residentBytes: z.number(),
  peakBytes: z.number(),
  ask: Latencies,
  /** Questions a second, one after the other and with sixteen at a time. */
  oneAtATime: z.number(),
  sixteenAtATime: z.number(),
  reload: Latencies,
  /** Answers while the corpus was reloaded. */
  askMeanwhile: Latencies,
});
export type LibraryReport = z.infer<typeof libraryReport>;
