import type { Candidate } from '../candidates/read-candidates.ts';
import { governingRole } from '../sentence/governing-role.ts';
import type { Topic } from '../topic/topic.ts';
import { type FeatureValues, flag } from './feature-values.ts';

/** Whether what could be the answer stands in the asked-for role, or in another one only. */
export const ROLE_FEATURES = ['roleHeld', 'roleRival', 'roleMissing'] as const;

/** A mention that fits the asked-for kind less is no answer. */
const LEAST_FIT = 0.2;

export function roleFeatures(
  { answers, view, context }: Candidate,
  { role }: Topic,
): FeatureValues<typeof ROLE_FEATURES> {
  if (role === undefined) return { roleHeld: 0, roleRival: 0, roleMissing: 0 };
  let held = 0;
  let rival = 0;
  for (const { mention, fit, novel } of answers) {
    if (fit < LEAST_FIT || novel.every((term) => context.has(term))) continue;
    const governed = governingRole(view, mention, role);
    if (governed === 'own') held = Math.max(held, fit);
    if (governed === 'rival') rival = Math.max(rival, fit);
  }
  return { roleHeld: held, roleRival: held === 0 ? rival : 0, roleMissing: flag(held === 0 && rival === 0) };
}
