const FORMS: readonly (readonly [form: string, opening: RegExp])[] = [
  ['how many', /^how (?:many|much|big|large|old|fast|tall|high|long|often|far|soon)\b/i],
  ['how', /^how\b/i],
  ['why', /^why\b/i],
  ['when', /^when\b/i],
  ['where', /^where\b/i],
  ['who', /^who(?:m|se)?\b/i],
  ['what', /^(?:what|which)\b/i],
  ['may', /^(?:can|could|may|am i allowed|is it (?:allowed|possible)|are (?:we|you) allowed)\b/i],
  ['whether', /^(?:is|are|was|were|does|do|did|has|have|will|would|should|must)\b/i],
];

/** The form that a question or a heading asks in, by how it opens; undefined when it does not ask. */
export function askingForm(text: string): string | undefined {
  return FORMS.find(([, opening]) => opening.test(text))?.[0];
}
