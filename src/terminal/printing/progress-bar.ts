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
      format: '{step} [{bar}] {percentage} % · {rate} · {eta_formatted} left',
      hideCursor: true,
      clearOnComplete: true,
      noTTYOutput: false,
    },
    Presets.shades_classic,
  );
  const started = now();
  let step: Progress['step'] | undefined;
  let since = started;
  let shown = false;
  return {
    update({ step: current, done, total }) {
      if (step !== current) {
        if (shown) bar.stop();
        [step, since, shown] = [current, now(), false];
      }
      if (now() - started < PATIENCE_MS || total <= 0) return;
      const rate = rateOf(current, done, now() - since);
      if (shown) bar.update(done, { rate });
      else bar.start(total, done, { step: STEPS[current], rate });
      shown = true;
    },
    stop: () => bar.stop(),
  };
}

const STEPS = { reading: 'Reading the articles', indexing: 'Indexing' } as const;

/** How much is done in a second, in the unit of the step. */
function rateOf(step: Progress['step'], done: number, milliseconds: number): string {
  const second = (1000 * done) / Math.max(milliseconds, 1);
  return step === 'reading' ? `${(second / 1e6).toFixed(1)} MB/s` : `${Math.round(second)} articles/s`;
}
