import type { Question } from '../question/analyse-question.ts';

/** How far a sentence answers in the way that is asked for, 0 to 1. */
export type Directness = (sentence: string) => number;

/** "How do I …", "how to …": asked by somebody who wants to do it. */
const ASKS_WAY =
  /\bhow (?:do|can|could|would|should|might|must) (?:i|we|you|one|people|players?|members?|users?)\b|\bhow to\b/i;
/** "To leave, press …": what it is for may come before. */
const PURPOSE =
  /^(?:\d{1,3}[.)]\s|[-*•◦]\s)?(?:(?:to|in order to|if|when|once|after|from|in|on|under) [^,:.]{2,90}[,:] )?/i;
const INSTRUCTION =
  /^(?:(?:first|then|next|now|simply|just|finally|also|please),? )?(?:add|adjust|apply|ask|assign|attach|boil|build|buy|call|change|check|choose|clean|click|close|collect|configure|connect|copy|create|cut|delete|disable|double-click|download|drag|draw|drop|edit|enable|enter|fill|find|fold|follow|give|go|hold|hover|insert|install|join|keep|launch|leave|log|make|mark|mix|move|name|navigate|open|pass|paste|pick|place|plug|press|pull|push|put|remove|rename|repeat|replace|reset|restart|right-click|run|save|scroll|search|select|send|set|sign|sort|start|stir|stop|switch|take|tap|toggle|turn|type|unplug|update|upgrade|upload|use|visit|wait|wrap|write)\b/i;
/** "You can add comments by wrapping …", "can be converted with the tool": the way, told of what may be done. */
const TELLS_MEANS =
  /\b(?:can|could|may|must|should) (?:also |only |easily |then |simply )?(?:be \p{L}{3,20} [^.;]{0,40}?\b(?:by|via|with|using|through|from)|\p{L}{2,20} [^.;]{0,60}?\b(?:by \p{L}{2,20}ing|via|using|through))\b/iu;
/** "After the console is open, …": told of what comes when it is done; the clause that says so. */
const DONE_BEFORE =
  /^(?:\d{1,3}[.)]\s|[-*•◦]\s)?(?:after|once|when|whenever|as soon as) (?!you (?:want|wish|need|would|are about))[^,:;.]{2,90}/i;
/** What somebody wants to do. */
const ACTION = /\bhow (?:(?:do|can|could|would|should|might|must) \p{L}{1,8}|to) (\p{L}{3,20})/iu;
const MAY_DO =
  /\b(?:you|players?|users?|members?|one|we|anyone) (?:can|could|may|must|should|need to|needs to|have to|will need to)\b|\b(?:must|should|needs? to|ha(?:s|ve) to) be\b/i;

/** "Can I …", "does it …": asked of how things are, not of what once happened. */
const ASKS_WHETHER = /^(?:am|are|can|could|do|does|is|may|might|must|should|will|would)\b/i;
/** "Yes, …", "No, …". */
const SAYS_YES_OR_NO =
  /^(?:yes|no|nope|sure|absolutely|of course|not (?:yet|currently|really|at all))\b[,.:;—–-]?/i;
const ALLOWS =
  /\b(?:can|can['’]?t|cannot|could|may|must(?:n['’]t)?|allow(?:s|ed)?|permit(?:s|ted)?|forb[ia]d(?:den|s)?|prohibit(?:s|ed)?|possible|impossible|unable|support(?:s|ed)?|available|required?|needs? to|ha(?:ve|s) to|do(?:es)?n['’]t|do(?:es)? not|won['’]t|isn['’]t|aren['’]t|not|never|no|only|free|optional)\b/i;

/** What tells outright why something is so; "after" and "following" may only tell when. */
const BECAUSE =
  /\b(?:because|due to|owing to|thanks to|as a result of|result(?:s|ed|ing) (?:from|in)|caus(?:e[sd]?|ing)|so (?:that|as to)|in (?:order to|an effort to|response to|protest)|reasons?|therefore|hence|thus|le(?:ads?|d) to|since|for fear|fear(?:s|ed|ing)? that|lack of|prompted|motivated|blam(?:es?|ed|ing)|citing|cited|to (?:avoid|prevent|protect|ensure|reduce|allow|help|stop|encourage))\b/i;

/** Whether a sentence tells a cause or an aim outright. */
export const tellsWhy = (sentence: string): boolean => BECAUSE.test(sentence);

/** A sentence that tells what somebody may or must do, of one that instructs. */
const LESS_DIRECT = 0.6;

/**
 * Makes the function that tells how directly a sentence answers: instructions where the way is asked for, yes or no and
 * what allows or forbids where it is asked whether, a cause where it is asked why. Undefined when none is.
 */
export function createDirectness({ text, type }: Question): Directness | undefined {
  if (ASKS_WAY.test(text)) {
    const action = ACTION.exec(text)?.[1]?.toLowerCase();
    const isDone = (sentence: string): boolean =>
      action !== undefined && DONE_BEFORE.exec(sentence)?.[0].toLowerCase().includes(` ${action}`) === true;
    return (sentence) => {
      if (isDone(sentence)) return 0;
      if (TELLS_MEANS.test(sentence) || INSTRUCTION.test(sentence.replace(PURPOSE, ''))) return 1;
      return MAY_DO.test(sentence) ? LESS_DIRECT : 0;
    };
  }
  if (type === 'reason') return (sentence) => (tellsWhy(sentence) ? 1 : 0);
  if (type !== 'truth' || !ASKS_WHETHER.test(text)) return undefined;
  return (sentence) => (SAYS_YES_OR_NO.test(sentence) ? 1 : ALLOWS.test(sentence) ? LESS_DIRECT : 0);
}
