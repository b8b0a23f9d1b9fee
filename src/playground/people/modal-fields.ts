import type { ApiComponent, ApiModal, ApiStringSelect } from '../shapes/message-shapes.ts';
import { MODAL_LIMITS } from '../validate/modal.ts';
import { Refusal } from './refusal.ts';
import type { Resolver } from './resolve.ts';

/** custom_id → text, values of a select, or ids of uploads. */
export type ModalFields = Readonly<Record<string, string | readonly string[]>>;

/** Option types under which the values of a component are resolved. */
const RESOLVED_AS: Readonly<Record<number, number>> = { 5: 6, 6: 8, 7: 9, 8: 7, 19: 11 };

/**
 * The components of a modal's submission.
 *
 * @throws {Refusal} naming the field that is missing, unknown, too short or too long.
 */
export function submittedComponents(modal: ApiModal, fields: ModalFields, resolver: Resolver): unknown[] {
  const left = new Set(Object.keys(fields));
  let nextId = 1;

  function submitted(component: ApiComponent, name: string): unknown {
    const base = { type: component.type, id: component.id ?? nextId++ };
    switch (component.type) {
      case 1:
        return {
          ...base,
          components: component.components.map((inner) =>
            submitted(inner, 'label' in inner ? (inner.label ?? name) : name),
          ),
        };
      case 18:
        return { ...base, component: submitted(component.component, component.label) };
      case 4: {
        const value = fields[component.custom_id] ?? component.value ?? '';
        left.delete(component.custom_id);
        if (typeof value !== 'string') throw new Refusal(`"${name}" takes text.`, component.custom_id);
        checkText(component, value, name);
        return { ...base, custom_id: component.custom_id, value };
      }
      case 3:
      case 5:
      case 6:
      case 7:
      case 8:
      case 19: {
        const given = fields[component.custom_id] ?? defaultValues(component);
        left.delete(component.custom_id);
        const values = typeof given === 'string' ? [given] : [...given];
        checkValues(component, values, name, resolver);
        return { ...base, custom_id: component.custom_id, values };
      }
      default:
        return base;
    }
  }

  const components = modal.components.map((component) => submitted(component, modal.title));
  const [unknown] = left;
  if (unknown !== undefined)
    throw new Refusal(`The form "${modal.title}" has no field "${unknown}".`, unknown);
  return components;
}

interface TextRules {
  custom_id: string;
  required?: boolean;
  min_length?: number;
  max_length?: number;
}

function checkText(input: TextRules, value: string, name: string): void {
  const refuse = (problem: string) => new Refusal(`"${name}" ${problem}.`, input.custom_id);
  const required = input.required ?? true;
  if (value.trim() === '') {
    if (required) throw refuse('is required');
    return;
  }
  const least = input.min_length ?? 0;
  const most = input.max_length ?? MODAL_LIMITS.value;
  if (value.length < least) throw refuse(`needs at least ${least} characters`);
  if (value.length > most) throw refuse(`takes at most ${most} characters`);
}

interface ValueRules {
  type: number;
  custom_id: string;
  required?: boolean;
  min_values?: number;
  max_values?: number;
  options?: ApiStringSelect['options'];
}

function defaultValues(component: ValueRules): string[] {
  return (component.options ?? []).filter((option) => option.default).map(({ value }) => value);
}

/**
 * Checks the values chosen in a select menu or a file upload, and resolves what they name.
 *
 * @throws {Refusal}
 */
export function checkValues(
  component: ValueRules,
  values: readonly string[],
  name: string,
  resolver: Resolver,
): void {
  const refuse = (problem: string) => new Refusal(`"${name}" ${problem}.`, component.custom_id);
  const optional = component.required === false && values.length === 0;
  const least = optional ? 0 : (component.min_values ?? 1);
  const most = component.max_values ?? 1;
  if (values.length < least) throw refuse(`needs at least ${least} chosen`);
  if (values.length > most) throw refuse(`takes at most ${most} chosen`);
  if (new Set(values).size < values.length) throw refuse('cannot take the same value twice');
  for (const value of values) {
    const optionType = RESOLVED_AS[component.type];
    const known = component.options
      ? component.options.some((option) => option.value === value)
      : optionType !== undefined && resolver.add(optionType, value);
    if (!known) throw refuse(`has no option "${value}"`);
  }
}
