import { z } from 'zod';
import { ROLES } from '../shapes/page-protocol.ts';

const id = z.int();
const role = z.literal(ROLES);
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const path = z.array(z.string()).max(2);

/** What the page may send, as `protocol.ts` describes it. */
export const pageMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), as: role }),
  z.object({ type: z.literal('switch'), as: role }),
  z.object({ type: z.literal('refresh') }),
  z.object({ type: z.literal('slash'), id, command: z.string(), path, options }),
  z.object({
    type: z.literal('autocomplete'),
    id,
    command: z.string(),
    path,
    focused: z.string(),
    typed: z.string(),
    options,
  }),
  z.object({ type: z.literal('messageCommand'), id, command: z.string(), messageId: z.string() }),
  z.object({ type: z.literal('userCommand'), id, command: z.string(), userId: z.string() }),
  z.object({ type: z.literal('press'), id, messageId: z.string(), customId: z.string() }),
  z.object({
    type: z.literal('choose'),
    id,
    messageId: z.string(),
    customId: z.string(),
    values: z.array(z.string()),
  }),
  z.object({
    type: z.literal('submit'),
    id,
    modalId: z.string(),
    fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.object({ type: z.literal('closeModal'), id, modalId: z.string() }),
  z.object({ type: z.literal('send'), id, content: z.string(), attachments: z.array(z.string()) }),
  z.object({ type: z.literal('forward'), id, messageId: z.string() }),
  z.object({ type: z.literal('delete'), id, messageId: z.string() }),
]);
