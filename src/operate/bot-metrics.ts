import { Counter, Histogram, type Registry } from 'prom-client';
import type { Meter } from '../discord/meter.ts';

const DEFAULTS = {
  /** Upper bounds in seconds; Discord gives up on an interaction after three. */
  acknowledged: [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 3],
  /** Upper bounds in seconds; Discord takes no answer after fifteen minutes. */
  answered: [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 15, 60, 300, 900],
} as const;

/**
 * Counts interactions in a registry: how many of which command ended how, when they were acknowledged and answered, and
 * how sure the answers were.
 * @param now seconds, monotonic
 */
export function createMeter(registry: Registry, now: () => number): Meter {
  const registers = [registry];
  const interactions = new Counter({
    name: 'footnote_interactions_total',
    help: 'Interactions by command and by how they ended',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const acknowledged = new Histogram({
    name: 'footnote_acknowledge_seconds',
    help: 'From the arrival of an interaction until Discord took the first answer to it',
    labelNames: ['command'],
    buckets: [...DEFAULTS.acknowledged],
    registers,
  });
  const ended = new Histogram({
    name: 'footnote_interaction_seconds',
    help: 'From the arrival of an interaction until all of it was done',
    labelNames: ['command'],
    buckets: [...DEFAULTS.answered],
    registers,
  });
  const answers = new Counter({
    name: 'footnote_answers_total',
    help: 'Answered questions by level; none: no answer in the articles',
    labelNames: ['level'],
    registers,
  });
  for (const level of ['strong', 'likely', 'weak', 'none']) answers.inc({ level }, 0);
  return {
    begin(command) {
      const start = now();
      let first = true;
      return {
        acknowledged() {
          if (first) acknowledged.observe({ command }, now() - start);
          first = false;
        },
        ended(outcome) {
          interactions.inc({ command, outcome });
          ended.observe({ command }, now() - start);
        },
      };
    },
    answered: (level) => answers.inc({ level }),
  };
}
