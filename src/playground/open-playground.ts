import type { Playground, PlaygroundOptions } from './playground-types.ts';
import { startPlayground } from './server.ts';

/** How many ports after the wanted one are tried. */
const TRIES = 20;

/**
 * Starts the playground on the wanted port, or on the next free one.
 * @returns the playground, and whether the wanted port was taken
 * @throws when all of the tried ports are taken, or for any other reason
 */
export async function openPlayground(
  options: PlaygroundOptions & { readonly port: number },
): Promise<{ playground: Playground; moved: boolean }> {
  for (let port = options.port; ; port++) {
    try {
      return { playground: await startPlayground({ ...options, port }), moved: port !== options.port };
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port >= options.port + TRIES || port >= 65_535) throw error;
    }
  }
}
