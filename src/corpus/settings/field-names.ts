import { isRecord } from '../reading/is-record.ts';

const KEYS = [
  'text',
  'title',
  'publisher',
  'authors',
  'published',
  'url',
  'tags',
  'licence',
  'language',
] as const;

/** For what an article is made of, the field of a JSON object that says it; dots lead into the objects it holds. */
export type FieldNames = { readonly [key in (typeof KEYS)[number]]?: string };

/** Reads `fields` of a folder's settings; what is wrong with it as one sentence and its fix. */
export function readFieldNames(
  value: unknown,
): FieldNames | { readonly message: string; readonly fix: string } {
  const fix = `Write fields: {text: name_of_the_field, …}, with ${KEYS.join(', ')}.`;
  if (!isRecord(value)) return { message: '"fields" has a value of the wrong kind.', fix };
  const names: { [key in (typeof KEYS)[number]]?: string } = {};
  for (const [key, name] of Object.entries(value)) {
    const known = KEYS.find((candidate) => candidate === key);
    if (known === undefined) return { message: `"fields" has the unknown key "${key.slice(0, 60)}".`, fix };
    if (typeof name !== 'string' || name.trim() === '')
      return { message: `"fields" does not say which field is "${key}".`, fix };
    names[known] = name.trim();
  }
  return names;
}
