/** What a probe found. */
export interface ProbeResult {
  readonly healthy: boolean;
  /** One line for people. */
  readonly text: string;
}

const PROBE_DEFAULTS = {
  /** Milliseconds. */
  timeout: 3000,
} as const;

/**
 * Asks a bot on this machine whether it is well: for a container's health check, which has no other program to ask with.
 * @param port where it serves health; absent: none
 * @param ready also ask whether it answers questions
 */
export async function probe(port: number | undefined, ready: boolean): Promise<ProbeResult> {
  if (port === undefined || port === 0)
    return {
      healthy: false,
      text: 'HEALTH_PORT is not set, so there is nothing to ask. Set it for the bot and here.',
    };
  const url = `http://127.0.0.1:${port}${ready ? '/readyz' : '/healthz'}`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PROBE_DEFAULTS.timeout) });
    return { healthy: response.ok, text: (await response.text()).trim() };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { healthy: false, text: `${url}: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}
