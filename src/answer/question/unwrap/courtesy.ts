import { opensQuestion } from './opens-question.ts';

/** Ways into a question. Each is taken off only where a question follows in the end. */
const GREETING =
  /^(?:hey|heya|hi|hiya|hello|yo|howdy|greetings|oi|sup|dear|good (?:morning|afternoon|evening|day))(?:[ -](?:there|again|all|everyone|everybody|folks|guys|team|friends|bot|people|y['’]all|mods?|mates?|to|you|both))*(?: @?\p{L}{1,20}(?=[,!:]))?[ ,.!:;–—-]+/iu;
const FILLER =
  /^(?:so|ok|okay|well|um+|uh+|erm?|hm+|oh|and|but|also|now|alright|basically|actually|just|anyway|anyways|btw|by the way|excuse me|pardon me|pardon|just wondering|just curious|wondering|curious|wonder|out of curiosity|asking for a friend|for a friend|seriously|honestly|genuinely|guys|folks|pls|plz|please|thanks|thank you|kindly|any (?:idea|ideas|clue|thoughts?)|sorry if this (?:has been|was) asked(?: before| already)?|not sure if this (?:has been|was) asked(?: before| already)?|sorry to (?:bother|ask)(?: you)?|sorry|i have (?:a|one|another) question|i['’]?ve got (?:a|one|another) question)(?: (?:about|on|of|as to|but))?[ ,.!:;?…–—-]+/i;
const CAN_YOU =
  /^(?:(?:if|whether) )?(?:can|could|would|will|may|might) (?:you|u|ya|someone|somebody|anyone|anybody|any of you|one of you|i|we)(?: (?:please|pls|plz|kindly|possibly|maybe|perhaps|also|just|quickly|even|at|least|help|to|out|by|any|chance|mind))* (?:tell|telling|inform|explain|explaining|remind|show|enlighten|clarify|say|ask|answer|let|find|look|check|figure|know|describe|share)\b(?: (?:to|me|us|know|out|up|on|please|pls|plz|exactly|again|here|find|understand|for|quickly))*[,:]? /i;
const IF_YOU =
  /^(?:if|whether) (?:you|u|anyone|anybody|someone|somebody|any of you)(?: (?:here|can|could|would|might|may|please|happen|happens|to|be|able))* (?:tell|explain|know|knows|remind|let|say|inform)\b(?: (?:me|us|know|to|please|exactly))*[,:]? /i;
const DO_YOU_KNOW =
  /^(?:(?:do|does|did|would|has|have|is|are) )?(?:there )?(?:you|u|we|anyone|anybody|any1|someone|somebody|any of you|one of you|who|anyone['’]s)(?: (?:here|guys|out|there|who|happen|happens|to|still|actually|perhaps|maybe|even|already|also|by|any|chance|have|has|got|a|an|the|slightest|faintest))* (?:know|knows|remember|remembers|recall|recalls|aware|idea|ideas|clue|clues|sure)\b(?: (?:of|about|on|by|any|chance|exactly|perhaps|please|as|to|here))*[,:]? /i;
const I_WANT =
  /^(?:i|we)(?:['’]?(?:d|m|ve))?(?: (?:would|just|really|also|only|am|was|were|have|been|still|kind|of|kinda|always|do|did|should|simply|genuinely|currently|desperately|very|so|not|a|bit|having|trouble))* (?:want|wanted|wanna|need|needed|like|love|wish|hope|hoping|try|trying|tried|wonder|wondering|wondered|curious|interested|looking|asking|ask|dying|unsure|sure|unclear|confused|keen|forgot|forget)(?: (?:to|know|knowing|find|finding|out|learn|learning|understand|hear|ask|see|be|told|figure|remember|as|about|for|in|you|something|exactly|please|here))*[,:]? /i;
const NICE_TO_KNOW =
  /^it(?:['’]d| would) be (?:nice|great|good|cool|helpful|interesting|lovely) (?:to|if i could) (?:know|learn|hear|find out)[,:]? /i;
const TELL_ME =
  /^(?:(?:please|pls|plz|kindly|do|quickly) )?(?:(?:tell|inform|remind|show|let|explain|answer|help|teach|enlighten|educate|give|clarify|look|find)(?: (?:to|me|us|know|again|please|pls|exactly|understand|find|out|up|for|remember|this|here|a|hint))+|(?:tell|explain|clarify|say|find)(?= (?:who|what|which|when|where|why|how)\b))[,:!]? /i;
const THE_QUESTION_IS =
  /^(?:my|the|our|one|a|another|next|first|this|quick|simple|random|serious|genuine|stupid|dumb|silly|noob|honest|general)(?: (?:quick|simple|main|real|next|second|other|big|only|burning|actual|random|silly|dumb|stupid|little|small|general))* (?:question|query)(?: (?:is|was|for|you|all|here|i|we|have|had|has|would|be|of|the|day|really|guys|about|but))*[ ,:.;!?–—-]+/i;
const WHAT_I_WANT =
  /^(?:what|all|the thing) (?:i|we)(?:['’]?(?:d|m|ve))?(?: (?:really|just|actually|would|want|wanted|need|like|to|know|am|was|asking|wondering|find|out|ask|mean|meant))* (?:is|was)[,:]? /i;
const IS_IT_KNOWN =
  /^is (?:it|there) (?:known|clear|documented|any (?:info|information|word|news|record))(?: (?:on|about|of|as to))?[,:]? /i;

const LEAD_INS = [
  GREETING,
  FILLER,
  CAN_YOU,
  IF_YOU,
  DO_YOU_KNOW,
  I_WANT,
  NICE_TO_KNOW,
  TELL_ME,
  THE_QUESTION_IS,
  WHAT_I_WANT,
  IS_IT_KNOWN,
] as const;

/** Ends that are no part of a question, after a blank. */
const THANKS = [
  'please',
  'pls',
  'plz',
  'thanks',
  'thank you',
  'thanks in advance',
  'thank you in advance',
  'thanks a lot',
  'thank you so much',
  'thank you very much',
  'many thanks',
  'thx',
  'tysm',
  'tia',
  'if you don’t mind',
  "if you don't mind",
  'if you know',
  'if anyone knows',
  'if possible',
  'if you can',
  'by any chance',
  'kind regards',
  'best regards',
] as const;

/** Ends that are no part of it after a comma or the end of a sentence only: they may be its last word otherwise. */
const AFTERTHOUGHTS = [
  'anyone',
  'anybody',
  'any idea',
  'any ideas',
  'any clue',
  'any help',
  'guys',
  'folks',
  'everyone',
  'btw',
  'by the way',
  'lol',
  'haha',
  'asap',
  'just curious',
  'just wondering',
  'i wonder',
  'do you know',
  'does anyone know',
  'anyone know',
  'can you tell me',
  'can anyone tell me',
  'can you help',
  'help',
  'right',
  'then',
  'ty',
  'tell me',
  'asking for a friend',
  'bot',
  'footnote',
  'thanks all',
  'cheers',
  'thanks everyone',
] as const;

const MOST_ROUNDS = 12;

/**
 * A question of one line without the courtesies around it: "hey, could you please tell me who …, thanks?" asks "who …?".
 * What does not end in a question keeps its begin; nothing is left of it never.
 */
export function withoutCourtesies(text: string): string {
  const body = withoutThanks(text);
  let rest = body;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = rest;
    for (const leadIn of LEAD_INS) rest = rest.replace(leadIn, '');
    if (rest === before) break;
  }
  const asks = rest !== body && opensQuestion(rest) && / \S/.test(rest);
  return asks ? rest : body;
}

function withoutThanks(text: string): string {
  const asked = text.includes('?');
  let body = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const cut = cutEnd(body);
    if (cut === undefined) break;
    body = cut;
  }
  return body !== text && asked && !body.includes('?') ? `${body}?` : body;
}

/** Without its last courtesy; undefined when there is none, or when nothing would be left. */
function cutEnd(text: string): string | undefined {
  const bare = trimSigns(text, /[\s.!?,;:~…)(^-]/);
  const lower = bare.toLowerCase();
  const thanks = THANKS.find((words) => lower.endsWith(` ${words}`) || lower.endsWith(`,${words}`));
  const thought = AFTERTHOUGHTS.find((words) => /[,.?!;:–—-] ?$/.test(before(lower, words) ?? ''));
  const words = thanks ?? thought;
  if (words === undefined) return undefined;
  const rest = bare.slice(0, -words.length);
  const kept = trimSigns(rest, /[\s,;:.–—-]/);
  return / \S/.test(kept) ? kept : undefined;
}

function before(text: string, ending: string): string | undefined {
  return text.endsWith(ending)
    ? text.slice(Math.max(0, text.length - ending.length - 2), -ending.length)
    : undefined;
}

function trimSigns(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}
