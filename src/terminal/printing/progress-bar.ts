import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../../library/index.ts';

/** Work that is done sooner than this needs no bar. */
const PATIENCE_MS = 2000;

interface ProgressBar {
  update(progress: Progress): void;
  stop(): void;
}

/** A progress bar on standard error that shows up only when the work takes longer than two seconds. */
export function createProgressBar(stream: NodeJS.WriteStream, now: () => number): ProgressBar {
  const bar = new SingleBar(
    {
      stream,
      format: '{step} [{bar}] {percentage} % · {eta_formatted} left',
      hideCursor: true,
      clearOnComplete: true,
      noTTYOutput: false,
    },
    Presets.shades_classic,
  );
  const started = now();
  let step: Progress['step'] | undefined;
  return {
    update({ step: current, done, total }) {
      if (now() - started < PATIENCE_MS || total <= 0) return;
      if (step !== current) {
        if (step !== undefined) bar.stop();
        bar.start(total, done, { step: current === 'reading' ? 'Reading the articles' : 'Indexing' });
        step = current;
      } else bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
