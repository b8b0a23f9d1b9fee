import { z } from 'zod';
import type { ApiModal } from '../shapes/message-shapes.ts';
import { walk } from '../world/walk-components.ts';
import { customId, entitySelect, stringSelect, textDisplay } from './components.ts';
import { check, complain, dropNulls, text, upTo } from './form.ts';

/** Source: https://discord.com/developers/docs/components/reference (Label, Text Input, File Upload) */
export const MODAL_LIMITS = {
  title: 45,
  components: 5,
  label: 45,
  description: 100,
  value: 4000,
  placeholder: 100,
  files: 10,
} as const;

const L = MODAL_LIMITS;

const id = z.int().min(0).exactOptional();

const inputFields = {
  type: z.literal(4),
  id,
  custom_id: customId,
  style: z.literal([1, 2]),
  min_length: z.int().min(0).max(L.value).exactOptional(),
  max_length: z.int().min(1).max(L.value).exactOptional(),
  required: z.boolean().exactOptional(),
  value: upTo(L.value).exactOptional(),
  placeholder: upTo(L.placeholder).exactOptional(),
};

interface Lengths {
  min_length?: number;
  max_length?: number;
  value?: string;
}

function checkLengths(input: Lengths, context: z.core.$RefinementCtx<unknown>): void {
  const most = input.max_length ?? L.value;
  if ((input.min_length ?? 0) > most) {
    complain(
      context,
      ['min_length'],
      'COMPONENT_INVALID_LENGTHS',
      'min_length must not be above max_length.',
    );
  }
  if ((input.value ?? '').length > most) {
    complain(context, ['value'], 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
  }
}

/** The old form: a row with one text input that carries its own label. */
const inputRow = z.object({
  type: z.literal(1),
  id,
  components: z
    .array(z.object({ ...inputFields, label: text(1, L.label) }).superRefine(checkLengths))
    .min(1)
    .max(1),
});

const bareInput = z
  .object({ ...inputFields, label: z.undefined().optional() })
  .superRefine(checkLengths)
  .transform(({ label: _, ...rest }) => rest);

const fileUpload = z
  .object({
    type: z.literal(19),
    id,
    custom_id: customId,
    min_values: z.int().min(0).max(L.files).exactOptional(),
    max_values: z.int().min(1).max(L.files).exactOptional(),
    required: z.boolean().exactOptional(),
  })
  .superRefine((value, context) => {
    if ((value.min_values ?? 1) > (value.max_values ?? 1)) {
      complain(
        context,
        ['min_values'],
        'COMPONENT_INVALID_COUNTS',
        'min_values must not be above max_values.',
      );
    }
  });

const label = z.object({
  type: z.literal(18),
  id,
  label: text(1, L.label),
  description: upTo(L.description).exactOptional(),
  component: z.discriminatedUnion('type', [bareInput, stringSelect, entitySelect, fileUpload]),
});

const modal = z
  .object({
    custom_id: customId,
    title: text(1, L.title),
    components: z
      .array(z.discriminatedUnion('type', [inputRow, label, textDisplay]))
      .min(1)
      .max(L.components),
  })
  .superRefine((value, context) => {
    const seen = new Set<string>();
    for (const { component, path } of walk(value.components)) {
      if (!('custom_id' in component) || component.custom_id === undefined) continue;
      if (seen.has(component.custom_id)) {
        complain(
          context,
          [...path, 'custom_id'],
          'COMPONENT_CUSTOM_ID_DUPLICATED',
          'Component custom id cannot be duplicated',
        );
      }
      seen.add(component.custom_id);
    }
  });

const body = z.object({ data: z.preprocess(dropNulls, modal) });

/**
 * Checks the body of a callback of type 9.
 *
 * @throws {ApiError} 400/50035
 */
export function checkModal(value: unknown): ApiModal {
  return check(body, value).data;
}
