import { z } from 'zod';
import { ApiError, errorTree, type FieldError } from '../shapes/api-error.ts';

/**
 * Checks a request body against a schema.
 *
 * @returns The body with unknown fields dropped.
 * @throws {ApiError} 400/50035 with the path of every wrong field, in Discord's form.
 */
export function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const complaints = result.error.issues.map((issue) => ({ path: issue.path, ...complaint(issue) }));
  throw new ApiError(400, 50035, 'Invalid Form Body', errorTree(complaints));
}

/** Adds a complaint with a Discord code of its own to a schema's `superRefine`. */
export function complain(
  context: z.core.$RefinementCtx<unknown>,
  path: PropertyKey[],
  code: string,
  message: string,
): void {
  context.addIssue({ code: 'custom', path, message, params: { code } });
}

/** Text of at most `max` UTF-16 units (zod's own limit counts code points, which are fewer). */
export function upTo(max: number) {
  return z.string().superRefine((value, context) => {
    if (value.length > max) {
      complain(context, [], 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    }
  });
}

/** Text of `min` to `max` UTF-16 units; blank text counts as missing when `min` is above 0. */
export function text(min: number, max: number) {
  return upTo(max).superRefine((value, context) => {
    const length = value.trim().length;
    if (length > 0 ? length >= min : min === 0) return;
    if (length === 0) complain(context, [], 'BASE_TYPE_REQUIRED', 'This field is required');
    else complain(context, [], 'BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`);
  });
}

/** An address with one of the given schemes. */
export function address(max: number, schemes: readonly string[]) {
  return upTo(max).superRefine((value, context) => {
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase();
    if (scheme === undefined || !schemes.includes(scheme)) {
      const list = schemes.map((name) => `"${name}"`).join(', ');
      complain(
        context,
        [],
        'URL_TYPE_INVALID_SCHEME',
        `Scheme of "${value.slice(0, 60)}" must be one of (${list}).`,
      );
    } else if (!URL.canParse(value)) {
      complain(context, [], 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    }
  });
}

export const snowflake = z.string().regex(/^\d{1,20}$/, { error: 'Value is not snowflake.', abort: true });

/** A copy without the fields that are null: Discord reads most of them as left out. */
export function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, dropNulls(inner)]])),
  );
}

const CONVERT: Readonly<Record<string, string>> = {
  string: 'STRING_TYPE_CONVERT',
  number: 'NUMBER_TYPE_COERCE',
  int: 'NUMBER_TYPE_COERCE',
  boolean: 'BOOLEAN_TYPE_CONVERT',
  array: 'LIST_TYPE_CONVERT',
  object: 'MODEL_TYPE_CONVERT',
};

/** The Discord code and words of one zod issue. */
function complaint(issue: z.core.$ZodIssue): FieldError {
  switch (issue.code) {
    case 'custom': {
      const code: unknown = Object(issue.params).code;
      return { code: typeof code === 'string' ? code : 'BASE_TYPE_INVALID', message: issue.message };
    }
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) {
        return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
      }
      return {
        code: CONVERT[issue.expected] ?? 'BASE_TYPE_INVALID',
        message: `Could not interpret the value as ${issue.expected}.`,
      };
    case 'too_big':
      if (issue.origin === 'string') {
        return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
      }
      if (issue.origin === 'array') {
        return { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
      }
      return {
        code: 'NUMBER_TYPE_MAX',
        message: `int value should be less than or equal to ${issue.maximum}.`,
      };
    case 'too_small':
      if (issue.origin === 'array') {
        return { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
      }
      if (issue.origin === 'string') {
        return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
      }
      return {
        code: 'NUMBER_TYPE_MIN',
        message: `int value should be greater than or equal to ${issue.minimum}.`,
      };
    case 'invalid_value':
      if (issue.input === undefined) return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
      return {
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${issue.values.map(String).join(', ')}}.`,
      };
    case 'invalid_union':
      return { code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" is not allowed here.' };
    case 'invalid_format':
      return { code: 'STRING_TYPE_REGEX', message: issue.message };
    default:
      return { code: 'BASE_TYPE_INVALID', message: issue.message };
  }
}
