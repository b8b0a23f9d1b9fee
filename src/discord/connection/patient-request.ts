import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/** Codes of a connection that broke before an answer came. */
const BROKEN: ReadonlySet<unknown> = new Set(['UND_ERR_SOCKET', 'ECONNREFUSED', 'EPIPE']);

/**
 * Sends a request of discord.js. It tries again by itself when a connection is reset, but does not know the other ways
 * in which one breaks, such as a server that closes a kept-alive connection: those are given the name it knows. A
 * reply that had arrived all the same is refused the second time (40060), which is harmless.
 */
export const patientRequest: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    return await DefaultRestOptions.makeRequest(url, init);
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || !BROKEN.has(cause.code)) throw cause;
    throw Object.assign(new Error(`The connection to Discord broke: ${cause.message}`, { cause }), {
      code: 'ECONNRESET',
    });
  }
};
