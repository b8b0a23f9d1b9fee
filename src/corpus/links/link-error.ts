/** A link that is refused or does not work; `message` says why and what to do, fit to be shown. */
export class LinkError extends Error {
  override readonly name: string = 'LinkError';
  /** It may work later: the site did not answer, or not in time. */
  readonly temporary: boolean;

  constructor(message: string, { temporary = false, ...options }: LinkErrorOptions = {}) {
    super(message, options);
    this.temporary = temporary;
  }
}

interface LinkErrorOptions extends ErrorOptions {
  readonly temporary?: boolean;
}
