import { invalidField, tooLarge } from '../shapes/api-error.ts';
import type { ApiAttachment, ApiEmbed, ApiMedia, ApiMessage, ApiTopLevel } from '../shapes/message-shapes.ts';
import { MESSAGE_LIMITS, type MessageBody } from '../validate/message.ts';
import { type IncomingFile, normalizeFileName } from './attached-files.ts';
import { withMedia } from './walk-components.ts';
import type { World } from './world.ts';

/** How embeds and components name a file that is sent along. */
const ATTACHMENT = 'attachment://';

/** Files of a request by their number, `files[n]`. */
export type IncomingFiles = ReadonlyMap<string, IncomingFile>;

interface PlannedAttachment {
  name: string;
  make(world: World): ApiAttachment;
}

/** Which attachments the message will have: kept ones, then new ones. */
export function planAttachments(
  message: ApiMessage,
  body: MessageBody,
  files: IncomingFiles,
): PlannedAttachment[] {
  for (const file of files.values()) if (file.bytes.length > MESSAGE_LIMITS.fileSize) throw tooLarge();
  const listed = body.attachments;
  const extras = new Map((listed ?? []).map((entry) => [entry.id, entry]));
  for (const [index, { id }] of (listed ?? []).entries()) {
    if (files.has(id) || message.attachments.some((kept) => kept.id === id)) continue;
    throw invalidField(
      ['attachments', index],
      'ATTACHMENT_NOT_FOUND',
      `There is no attachment or file "${id}".`,
    );
  }
  const kept = message.attachments.filter(({ id }) => !listed || extras.has(id));
  const plan: PlannedAttachment[] = [
    ...kept.map((one) => ({
      name: one.filename,
      make: () => ({ ...one, ...described(extras.get(one.id)) }),
    })),
    ...[...files].map(([id, file]) => {
      const name = extras.get(id)?.filename ?? file.name;
      return {
        name: normalizeFileName(name),
        make: (world: World) => world.files.add({ ...file, name }, described(extras.get(id))),
      };
    }),
  ];
  if (plan.length > MESSAGE_LIMITS.files) {
    throw invalidField(
      ['attachments'],
      'BASE_TYPE_BAD_LENGTH',
      `Must be ${MESSAGE_LIMITS.files} or fewer in length.`,
    );
  }
  return plan;
}

function described(entry: { description?: string; title?: string } | undefined) {
  return {
    ...(entry?.description === undefined ? {} : { description: entry.description }),
    ...(entry?.title === undefined ? {} : { title: entry.title }),
  };
}

/** @throws {ApiError} 50035 with the path of the first `attachment://` that names no file. */
export function resolveReferences(
  embeds: readonly ApiEmbed[],
  components: readonly ApiTopLevel[],
  known: (name: string) => boolean,
): void {
  const look = (url: string | undefined, path: (string | number)[]) => {
    if (!url?.startsWith(ATTACHMENT) || known(url.slice(ATTACHMENT.length))) return;
    throw invalidField(
      path,
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      `The referenced attachment ${url} was not found`,
    );
  };
  for (const [index, embed] of embeds.entries()) {
    look(embed.image?.url, ['embeds', index, 'image', 'url']);
    look(embed.thumbnail?.url, ['embeds', index, 'thumbnail', 'url']);
    look(embed.author?.icon_url, ['embeds', index, 'author', 'icon_url']);
    look(embed.footer?.icon_url, ['embeds', index, 'footer', 'icon_url']);
  }
  withMedia(components, (media, path) => {
    look(media.url, [...path, 'url']);
    return media;
  });
}

/** Finds an attachment by its file's name. */
type Find = (name: string) => ApiAttachment | undefined;

export function embedWithFiles(embed: ApiEmbed, find: Find): ApiEmbed {
  const address = (url: string) =>
    url.startsWith(ATTACHMENT) ? (find(url.slice(ATTACHMENT.length))?.url ?? url) : url;
  return {
    ...embed,
    ...(embed.image ? { image: { url: address(embed.image.url) } } : {}),
    ...(embed.thumbnail ? { thumbnail: { url: address(embed.thumbnail.url) } } : {}),
    ...(embed.author?.icon_url
      ? { author: { ...embed.author, icon_url: address(embed.author.icon_url) } }
      : {}),
    ...(embed.footer?.icon_url
      ? { footer: { ...embed.footer, icon_url: address(embed.footer.icon_url) } }
      : {}),
  };
}

export function mediaWithFile(media: ApiMedia, find: Find): ApiMedia {
  const file = media.url.startsWith(ATTACHMENT) ? find(media.url.slice(ATTACHMENT.length)) : undefined;
  if (!file) return media;
  return {
    url: file.url,
    proxy_url: file.proxy_url,
    attachment_id: file.id,
    ...(file.content_type === undefined ? {} : { content_type: file.content_type }),
    ...(file.width === undefined ? {} : { width: file.width }),
    ...(file.height === undefined ? {} : { height: file.height }),
  };
}
