/**
 * Words that stand for a role and so define the name beside them ("envoy James Jeffrey", "the cousin of …, X"), as
 * alternatives of an expression.
 */
export const ROLE_WORDS =
  `president|minister|secretary|envoy|adviser|advisor|ambassador|spokes(?:man|woman|person)|leader|chief|head|
  director|chair(?:man|woman)?|founder|co-founder|ceo|officer|general|commander|king|queen|prince(?:ss)?|senator|governor|
  mayor|judge|justice|professor|author|actor|actress|singer|rapper|player|coach|captain|star|cousin|brother|sister|son|
  daughter|wife|husband|father|mother|uncle|nephew|tycoon|businessman|businesswoman|billionaire|official|diplomat|
  journalist|scientist|analyst|expert|lawyer|activist|candidate|lawmaker|company|firm|group|organi[sz]ation|agency|website|
  newspaper|magazine|party|city|town|village|province|region|area|country|nation|capital|stronghold|network|channel|
  broadcaster|affiliate|committee|movement|militia|complex|resort|guarantors?|ally|backer|app|platform|film|movie|series|
  show|song|album|book|novel|university|river|island|airline|brand|chairperson|premier|chancellor|pope|bishop|sen|rep|gov|
  congress(?:man|woman)|representative|aide|dictator|physician|dealer|economist|comedian|musician|swimmer|gymnast|
  quarterback|guard|forward|striker|midfielder|goalkeeper|champion|medalist|disease|virus|drug|medication|variant|
  speaker|contractor|mercenar(?:y|ies)|prosecutor|detective|spacecraft|rocket|telescope|volcano|exchange|cryptocurrency|holiday|festival|residence|castle|palace`.replace(
    /\s+/g,
    '',
  );

const WHOLE = new RegExp(`^(?:${ROLE_WORDS})s?$`, 'i');

/** Whether a word, however it is written, is one of them. */
export const isRole = (word: string): boolean => WHOLE.test(word);
