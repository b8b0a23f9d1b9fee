import type { ConfidenceLevel } from '../../answer/answer.ts';
import type { CommandContext } from '../command.ts';
import type { WordKey } from '../words/languages.ts';
import type { Words } from '../words/words.ts';

/** Who will see an answer. */
export interface Sight {
  /** The person alone. */
  readonly private: boolean;
  /** Why, if they have not asked for it. */
  readonly why?: WordKey;
}

type Where = Pick<CommandContext, 'guildId' | 'channelIds' | 'settings' | 'keptPrivate'>;

/**
 * The one rule for who sees an answer, before it is known.
 * @param asked what the person asked for; undefined: nothing
 */
export function whoSees({ guildId, channelIds, settings, keptPrivate }: Where, asked?: boolean): Sight {
  if (asked === true) return { private: true };
  if (keptPrivate) return { private: true, why: 'seen.external' };
  if (guildId === null) return { private: false };
  if (asked === undefined && settings.visibility === 'private') return { private: true };
  const { channels } = settings;
  const allowed = channels.length === 0 || channelIds.some((id) => channels.includes(id));
  return allowed ? { private: false } : { private: true, why: 'seen.channels' };
}

const RANKS: Readonly<Record<ConfidenceLevel, number>> = { weak: 0, likely: 1, strong: 2 };

/** The same, once it is known how sure the answer is; undefined: there is none. */
export function whoSeesOf({ settings }: Where, sight: Sight, level: ConfidenceLevel | undefined): Sight {
  if (sight.private || level === undefined || RANKS[level] >= RANKS[settings.sure]) return sight;
  return { private: true, why: 'seen.notSure' };
}

/** Why only the person sees something, as small print; undefined when they asked for it. */
export function whyText({ why }: Sight, { settings }: Where, words: Words): string | undefined {
  if (why === undefined) return undefined;
  const channels = settings.channels.map((id) => `<#${id}>`).join(', ');
  return `-# ${words.say(why, { channels })} ${words.say('seen.onlyYou')}`;
}
