import { z } from 'zod';
import { address, complain, snowflake, text, upTo } from './form.ts';

/** Discord's limits on components: https://discord.com/developers/docs/components/reference */
export const COMPONENT_LIMITS = {
  customId: 100,
  label: 80,
  buttonUrl: 512,
  buttonsInRow: 5,
  options: 25,
  optionText: 100,
  placeholder: 150,
  sectionTexts: 3,
  galleryItems: 10,
  mediaUrl: 2048,
  mediaDescription: 1024,
  rows: 5,
  total: 40,
  totalText: 4000,
  totalMedia: 64,
} as const;

const L = COMPONENT_LIMITS;

const number = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .exactOptional();
export const customId = text(1, L.customId);

/** A custom emoji must exist in the guild, and the playground's guild has none. */
const EMOJI = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\uFE0F?|[0-9#*]\uFE0F?\u20E3)$/v;
const emoji = z
  .object({
    id: snowflake.exactOptional(),
    name: z.string().exactOptional(),
    animated: z.boolean().exactOptional(),
  })
  .superRefine((value, context) => {
    if (value.id !== undefined || !EMOJI.test(value.name ?? '')) {
      complain(context, ['name'], 'COMPONENT_INVALID_EMOJI', 'Invalid emoji');
    }
  });

const button = z
  .object({
    type: z.literal(2),
    id: number,
    style: z.literal([1, 2, 3, 4, 5]),
    label: upTo(L.label).exactOptional(),
    emoji: emoji.exactOptional(),
    custom_id: customId.exactOptional(),
    url: address(L.buttonUrl, ['http', 'https', 'discord']).exactOptional(),
    disabled: z.boolean().exactOptional(),
  })
  .superRefine((value, context) => {
    const required = (field: string) =>
      complain(context, [field], 'BASE_TYPE_REQUIRED', 'This field is required');
    if ((value.label ?? '').trim() === '' && value.emoji === undefined) required('label');
    if (value.style === 5) {
      if (value.url === undefined) required('url');
      if (value.custom_id !== undefined) {
        complain(
          context,
          ['custom_id'],
          'BUTTON_COMPONENT_CUSTOM_ID_AND_URL',
          'A custom id and url cannot both be specified',
        );
      }
    } else {
      if (value.custom_id === undefined) required('custom_id');
      if (value.url !== undefined) {
        complain(
          context,
          ['url'],
          'BUTTON_COMPONENT_URL_NOT_ALLOWED',
          'A url can only be set on a link button',
        );
      }
    }
  });

const selectFields = {
  id: number,
  custom_id: customId,
  placeholder: upTo(L.placeholder).exactOptional(),
  min_values: z.int().min(0).max(L.options).exactOptional(),
  max_values: z.int().min(1).max(L.options).exactOptional(),
  disabled: z.boolean().exactOptional(),
  required: z.boolean().exactOptional(),
};

interface Counts {
  min_values?: number;
  max_values?: number;
}

function checkCounts(value: Counts, context: z.core.$RefinementCtx<unknown>): void {
  if ((value.min_values ?? 1) > (value.max_values ?? 1)) {
    complain(
      context,
      ['min_values'],
      'SELECT_COMPONENT_MIN_VALUES_TOO_LARGE',
      'min_values must not be above max_values.',
    );
  }
}

export const stringSelect = z
  .object({
    type: z.literal(3),
    ...selectFields,
    options: z
      .array(
        z.object({
          label: text(1, L.optionText),
          value: text(1, L.optionText),
          description: upTo(L.optionText).exactOptional(),
          emoji: emoji.exactOptional(),
          default: z.boolean().exactOptional(),
        }),
      )
      .min(1)
      .max(L.options),
  })
  .superRefine((value, context) => {
    checkCounts(value, context);
    const seen = new Set<string>();
    for (const [index, option] of value.options.entries()) {
      if (seen.has(option.value)) {
        complain(
          context,
          ['options', index, 'value'],
          'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
          'The specified option value is already used',
        );
      }
      seen.add(option.value);
    }
    const most = value.max_values ?? 1;
    if (most > value.options.length) {
      complain(
        context,
        ['max_values'],
        'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
        `The select menu has only ${value.options.length} options.`,
      );
    }
    if (value.options.filter((option) => option.default === true).length > most) {
      complain(
        context,
        ['options'],
        'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
        'More defaults than max_values.',
      );
    }
  });

export const entitySelect = z
  .object({
    type: z.literal([5, 6, 7, 8]),
    ...selectFields,
    channel_types: z.array(z.int()).exactOptional(),
    default_values: z
      .array(z.object({ id: snowflake, type: z.literal(['user', 'role', 'channel']) }))
      .max(L.options)
      .exactOptional(),
  })
  .superRefine(checkCounts);

/** A row of a message: up to five buttons, or one select menu alone. */
const actionRow = z
  .object({
    type: z.literal(1),
    id: number,
    components: z.array(z.discriminatedUnion('type', [button, stringSelect, entitySelect])).min(1),
  })
  .superRefine((value, context) => {
    const wide = value.components.findIndex((component) => component.type !== 2);
    const limit = wide >= 0 ? 1 : L.buttonsInRow;
    if (value.components.length <= limit) return;
    complain(context, ['components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${limit} in length.`);
    for (let index = limit; index < value.components.length; index++) {
      complain(
        context,
        ['components', index],
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      );
    }
  });

export const textDisplay = z.object({ type: z.literal(10), id: number, content: text(1, L.totalText) });

const media = z.object({ url: address(L.mediaUrl, ['http', 'https', 'attachment']) });
const mediaFields = {
  description: upTo(L.mediaDescription).exactOptional(),
  spoiler: z.boolean().exactOptional(),
};
const thumbnail = z.object({ type: z.literal(11), id: number, media, ...mediaFields });

const section = z.object({
  type: z.literal(9),
  id: number,
  components: z.array(textDisplay).min(1).max(L.sectionTexts),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const gallery = z.object({
  type: z.literal(12),
  id: number,
  items: z
    .array(z.object({ media, ...mediaFields }))
    .min(1)
    .max(L.galleryItems),
});

const file = z.object({
  type: z.literal(13),
  id: number,
  file: z.object({ url: address(L.mediaUrl, ['attachment']) }),
  spoiler: z.boolean().exactOptional(),
});

const separator = z.object({
  type: z.literal(14),
  id: number,
  divider: z.boolean().exactOptional(),
  spacing: z.literal([1, 2]).exactOptional(),
});

const container = z.object({
  type: z.literal(17),
  id: number,
  components: z
    .array(z.discriminatedUnion('type', [actionRow, textDisplay, section, gallery, separator, file]))
    .min(1),
  accent_color: z.int().min(0).max(0xffffff).exactOptional(),
  spoiler: z.boolean().exactOptional(),
});

/** The components of an ordinary message: rows only. */
export const legacyComponents = z.array(z.discriminatedUnion('type', [actionRow])).max(L.rows);

/** The components of a message with the flag IS_COMPONENTS_V2. */
export const layoutComponents = z
  .array(z.discriminatedUnion('type', [actionRow, textDisplay, section, gallery, file, separator, container]))
  .min(1);
