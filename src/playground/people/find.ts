import type { ApiComponent, ApiMessage, ApiModal } from '../shapes/message-shapes.ts';
import { walk } from '../world/walk-components.ts';
import { Refusal } from './refusal.ts';

/**
 * The custom_id of a button or select menu: by its custom_id, a button's label, or a menu's placeholder.
 *
 * @throws {Refusal} naming what there is instead.
 */
export function findComponent(message: ApiMessage, idOrLabel: string): string {
  const names: string[] = [];
  const byLabel: string[] = [];
  for (const { component } of walk(message.components)) {
    if (!('custom_id' in component) || component.custom_id === undefined) continue;
    if (component.custom_id === idOrLabel) return idOrLabel;
    const shown =
      component.type === 2 ? (component.label ?? component.emoji?.name) : placeholderOf(component);
    const label = shown ?? component.custom_id;
    names.push(label);
    if (label === idOrLabel) byLabel.push(component.custom_id);
  }
  const [found, second] = byLabel;
  if (found === undefined) {
    throw new Refusal(
      `The message has no "${idOrLabel}"; it has: ${names.join(', ') || 'nothing to press'}.`,
    );
  }
  if (second !== undefined) throw new Refusal(`More than one component is called "${idOrLabel}".`);
  return found;
}

function placeholderOf(component: ApiComponent): string | undefined {
  return 'placeholder' in component ? component.placeholder : undefined;
}

/** The custom_id of a modal's field: by its custom_id or its label; what is unknown stays as it is. */
export function findField(modal: ApiModal, idOrLabel: string): string {
  for (const component of modal.components) {
    if (component.type === 18 && component.label === idOrLabel) return component.component.custom_id;
    if (component.type !== 1) continue;
    for (const inner of component.components) {
      if (inner.type === 4 && inner.label === idOrLabel) return inner.custom_id;
    }
  }
  return idOrLabel;
}
