import type { GapKind } from '../../state/gaps.ts';
import type { Services } from '../command.ts';
import { gapsPlace } from '../permissions/home.ts';

/** Notes that a question got no good answer, if there is anybody in its server who may read that. */
export async function noteGap(
  { gaps, home, guildId }: Pick<Services, 'gaps' | 'home'> & { readonly guildId: string | null },
  question: string,
  kind: GapKind,
): Promise<void> {
  const place = gapsPlace(home(), guildId);
  if (place !== undefined) await gaps.record(question, kind, place);
}
