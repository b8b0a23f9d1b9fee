import { readFileSync } from 'node:fs';
import { z } from 'zod';

const SHIPPED = new URL('../src/data/model.json', import.meta.url);
const trainedOn = z.object({ trained: z.object({ data: z.array(z.string()) }) });

/**
 * Whether the weights that a year or set is measured with were trained on it: what they score there is flattered.
 * @param models files of weights by what they are for, '' for all others; none: the weights that come with Footnote
 */
export function sawInTraining(models: ReadonlyMap<string, string>, name: string): boolean {
  const file = models.get(name) ?? models.get('') ?? SHIPPED;
  const { trained } = trainedOn.parse(JSON.parse(readFileSync(file, 'utf8')));
  return trained.data.some((data) => data.includes(name));
}
