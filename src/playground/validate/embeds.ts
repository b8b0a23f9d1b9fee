import { z } from 'zod';
import { address, complain, text, upTo } from './form.ts';

/** Source: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const EMBED_LIMITS = {
  embeds: 10,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  url: 2048,
  /** Characters of all embeds of a message together. */
  total: 6000,
} as const;

const L = EMBED_LIMITS;
const link = address(L.url, ['http', 'https']);
const picture = z.object({ url: address(L.url, ['http', 'https', 'attachment']) });
const icon = address(L.url, ['http', 'https', 'attachment']);

const embed = z.object({
  title: upTo(L.title).exactOptional(),
  description: upTo(L.description).exactOptional(),
  url: link.exactOptional(),
  timestamp: z.iso.datetime({ offset: true }).exactOptional(),
  color: z.int().min(0).max(0xffffff).exactOptional(),
  footer: z.object({ text: text(1, L.footer), icon_url: icon.exactOptional() }).exactOptional(),
  image: picture.exactOptional(),
  thumbnail: picture.exactOptional(),
  author: z
    .object({ name: text(1, L.author), url: link.exactOptional(), icon_url: icon.exactOptional() })
    .exactOptional(),
  fields: z
    .array(
      z.object({
        name: text(1, L.fieldName),
        value: text(1, L.fieldValue),
        inline: z.boolean().exactOptional(),
      }),
    )
    .max(L.fields)
    .exactOptional(),
});

type Embed = z.infer<typeof embed>;

/** The texts of an embed that Discord counts and shows. */
export function embedTexts(value: Embed): string[] {
  return [
    value.author?.name,
    value.title,
    value.description,
    ...(value.fields ?? []).flatMap((field) => [field.name, field.value]),
    value.footer?.text,
  ].filter((part) => part !== undefined);
}

export const embeds = z
  .array(embed)
  .max(L.embeds)
  .superRefine((list, context) => {
    const total = list.flatMap(embedTexts).reduce((sum, part) => sum + part.length, 0);
    if (total > L.total) {
      complain(context, [], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${L.total}`);
    }
  });

/** Whether an embed shows anything at all. */
export function embedIsEmpty(value: Embed): boolean {
  return embedTexts(value).join('').trim() === '' && !value.image && !value.thumbnail;
}
