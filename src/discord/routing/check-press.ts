import type { MessageComponentInteraction } from 'discord.js';

/**
 * Whether a press can be what it says: the message is ours, has that button or menu, and a menu has the chosen options.
 * Everything else was made up by a client.
 */
export function isRealPress(interaction: MessageComponentInteraction): boolean {
  const { message, customId, client } = interaction;
  if (message.author.id !== client.user.id) return false;
  const found = message.components.flatMap((component) => partsOf(component.toJSON())).find(hasId(customId));
  if (found === undefined) return false;
  if (!interaction.isStringSelectMenu()) return true;
  const offered = new Set(listIn(found, 'options').map((option) => valueIn(option, 'value')));
  return interaction.values.every((value) => offered.has(value));
}

/** A component and all that stand in it. */
function partsOf(component: unknown): unknown[] {
  const inner = [...listIn(component, 'components'), valueIn(component, 'accessory')];
  return [component, ...inner.filter((part) => part !== undefined).flatMap(partsOf)];
}

function hasId(customId: string): (component: unknown) => boolean {
  return (component) => valueIn(component, 'custom_id') === customId;
}

function listIn(component: unknown, name: string): readonly unknown[] {
  const list = valueIn(component, name);
  return Array.isArray(list) ? list : [];
}

function valueIn(component: unknown, name: string): unknown {
  return typeof component === 'object' && component !== null
    ? new Map(Object.entries(component)).get(name)
    : undefined;
}
