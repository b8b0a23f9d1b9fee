/** "who the mayor is" */
const COPULA_AT_END = /^((?:who|what|where|how \p{L}{1,20})) (.+) (is|are|was|were)([\s?!.]*)$/iu;
/** "if the bridge is open" */
const WHETHER = /^(?:if|whether) (.+)$/i;
const AUXILIARY = /^(?:is|are|was|were|has|have|had|can|could|will|would|should|must|did|does|do)$/i;
const DEFAULTS = {
  /** The subject before the verb has so many words at most; a longer one is better left as it stands. */
  subject: 10,
} as const;

/**
 * An indirect question in the order of a direct one, as far as that takes moving one verb: "who the mayor is" asks
 * "who is the mayor", "if the bridge is open" asks "is the bridge open".
 */
export function directOrder(question: string): string {
  const [, opening = '', subject = '', verb = '', end = ''] = COPULA_AT_END.exec(question) ?? [];
  const words = subject.split(' ');
  if (verb !== '' && words.length <= DEFAULTS.subject && !words.some((word) => AUXILIARY.test(word))) {
    return `${opening} ${verb} ${subject}${end}`;
  }
  const clause = WHETHER.exec(question)?.[1];
  return clause === undefined ? question : verbFirst(clause);
}

function verbFirst(clause: string): string {
  const words = clause.split(' ');
  const at = words.findIndex((word) => AUXILIARY.test(word));
  const verb = words[at];
  if (verb === undefined || at === 0 || at > DEFAULTS.subject) return clause;
  return [verb, ...words.slice(0, at), ...words.slice(at + 1)].join(' ');
}
