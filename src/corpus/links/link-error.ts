/** A link that is refused or does not work; `message` says why and what to do, fit to be shown. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}
