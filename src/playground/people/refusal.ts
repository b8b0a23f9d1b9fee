/** What Discord's client would not let a person do; the message says what is wrong, in plain words. */
export class Refusal extends Error {
  /** The option or the field of a modal that is wrong. */
  readonly field: string | undefined;

  constructor(message: string, field?: string) {
    super(message);
    this.name = 'Refusal';
    this.field = field;
  }
}
