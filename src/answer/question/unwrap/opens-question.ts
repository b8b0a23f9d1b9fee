/** The words that a question begins with, a preposition before them at most; `if` begins an indirect one. */
const OPENING =
  /^["“„'‘«([]?(?:(?:in|on|at|to|for|by|from|since|until|of|with|under|after|before|about|than) )?(?:who|whom|whose|what|which|when|where|why|how|whos|whats|wheres|whens|hows)\b|^["“„'‘«([]?(?:if|whether|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|don['’]t|doesn['’]t|didn['’]t)\b/i;

/** Whether a text begins as questions begin. */
export function opensQuestion(text: string): boolean {
  return OPENING.test(text);
}
