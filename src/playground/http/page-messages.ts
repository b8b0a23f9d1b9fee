import { z } from 'zod';
import { ROLES } from '../shapes/page-protocol.ts';

const id = z.int();
const role = z.literal(ROLES);
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
/** Empty, or `[subcommand]`, or `[group, subcommand]`. */
const path = z.array(z.string()).max(2);
const messageId = z.string();
const strings = z.array(z.string());

/** What the page may send. Where nothing else is said the answers are `done` (the bot has acknowledged), `modal`, `failed` or `refused`. */
export const pageMessage = z.discriminatedUnion('type', [
  // The first message on a socket, and again after a reconnection. Answered by `state`, without an id.
  z.object({ type: z.literal('hello'), as: role }),
  // Become the other person. Answered by `state`; requests in flight end with `refused`.
  z.object({ type: z.literal('switch'), as: role }),
  // Send the whole state again.
  z.object({ type: z.literal('refresh') }),
  // Only the options that were filled in.
  z.object({ type: z.literal('slash'), id, command: z.string(), path, options }),
  // Answered by `choices`, `failed` (no answer in 3 s) or `refused`. Later requests do not cancel earlier ones.
  z.object({
    type: z.literal('autocomplete'),
    id,
    command: z.string(),
    path,
    focused: z.string(),
    typed: z.string(),
    options,
  }),
  z.object({ type: z.literal('messageCommand'), id, command: z.string(), messageId }),
  z.object({ type: z.literal('userCommand'), id, command: z.string(), userId: z.string() }),
  // Not of a link button: the page opens those itself.
  z.object({ type: z.literal('press'), id, messageId, customId: z.string() }),
  // Values of options (string select) or ids (the others).
  z.object({ type: z.literal('choose'), id, messageId, customId: z.string(), values: strings }),
  // custom_id → the text of an input, the values of a select, or the upload ids of a file upload.
  z.object({
    type: z.literal('submit'),
    id,
    modalId: z.string(),
    fields: z.record(z.string(), z.union([z.string(), strings])),
  }),
  z.object({ type: z.literal('closeModal'), id, modalId: z.string() }),
  // A plain message in the channel; attachments are upload ids.
  z.object({ type: z.literal('send'), id, content: z.string(), attachments: strings }),
  // The newspaper's next article.
  z.object({ type: z.literal('publish'), id }),
  // A copy of a public message.
  z.object({ type: z.literal('forward'), id, messageId }),
  // One's own message (a moderator: any public one), or an ephemeral one.
  z.object({ type: z.literal('delete'), id, messageId }),
]);

export type PageMessage = z.infer<typeof pageMessage>;
