/** The place for state can't be used; the message says why and what to do. */
export class StateError extends Error {
  override readonly name = 'StateError';
  /** Whether it may work at another time: a full disk may be cleared, a foreign file stays one. */
  readonly mayPass: boolean;

  constructor(message: string, { mayPass = false, cause }: { mayPass?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.mayPass = mayPass;
  }
}
