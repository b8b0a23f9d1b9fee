import type { ApiAttachment } from '../shapes/message-shapes.ts';
import type { IncomingFile } from '../world/attached-files.ts';
import type { World } from '../world/world.ts';
import { Refusal } from './refusal.ts';

/** Milliseconds for which an upload waits for its use; a used one can be downloaded as long. */
const KEPT_MS = 15 * 60_000;

/** Files that users have chosen but not sent yet. */
export interface Uploads {
  add(file: IncomingFile): ApiAttachment;
  /** The attachment to name in an interaction; it stays downloadable for its time. */
  take(id: string): ApiAttachment | undefined;
  /** The file itself, to put it into a message. @throws {Refusal} when it is not there. */
  claim(id: string): IncomingFile;
}

/** An empty shelf. */
export function createUploads(world: World): Uploads {
  const waiting = new Set<string>();
  const forget = (id: string) => {
    waiting.delete(id);
    world.files.remove(id);
  };
  return {
    add(file) {
      const attachment = world.files.add(file);
      waiting.add(attachment.id);
      world.deadlines.at(world.now() + KEPT_MS, () => forget(attachment.id));
      return attachment;
    },
    take: (id) => (waiting.has(id) ? world.files.get(id)?.attachment : undefined),
    claim(id) {
      const stored = waiting.has(id) ? world.files.get(id) : undefined;
      if (!stored) throw new Refusal('The file is no longer there; choose it again.');
      forget(id);
      const { filename, content_type } = stored.attachment;
      return { name: filename, type: content_type ?? '', bytes: stored.bytes };
    },
  };
}
