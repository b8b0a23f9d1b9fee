import { type APIButtonComponentWithCustomId, ComponentType } from 'discord.js';
import type { View } from '../../../src/discord/replies/view-parts.ts';

/** The texts of a view, in order; all of the bot's views are one container. */
export function textsOf(view: View): string[] {
  return partsOf(view).flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []));
}

export function buttonsOf(view: View): APIButtonComponentWithCustomId[] {
  return partsOf(view).flatMap((part) =>
    part.type === ComponentType.ActionRow
      ? part.components.flatMap((child) =>
          child.type === ComponentType.Button && 'custom_id' in child ? [child] : [],
        )
      : [],
  );
}

export function labelsOf(view: View): string[] {
  return buttonsOf(view).map(({ label }) => label ?? '');
}

function partsOf(view: View) {
  return view.components.flatMap((component) =>
    component.type === ComponentType.Container ? [component, ...component.components] : [component],
  );
}
