import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import { LIMITS } from './discord-limits.ts';
import { clip } from './fit-text.ts';

/** A message as the bot sends it: Components V2, which show for people who have link previews switched off too. */
export interface View {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly ViewFile[];
}

export interface ViewFile {
  /** Referred to in components as `attachment://name`. */
  readonly name: string;
  readonly data: Buffer;
  /** What a picture shows, for people who can't see it. */
  readonly description?: string;
}

export interface ButtonOptions {
  readonly style?: 'plain' | 'main' | 'danger';
  readonly emoji?: string;
  readonly disabled?: boolean;
}

const STYLES = {
  plain: ButtonStyle.Secondary,
  main: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const;

export function textDisplay(markdown: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: markdown };
}

/** A box with a stripe of a colour (`0xRRGGBB`). */
export function container(
  accent: number | undefined,
  parts: readonly APIComponentInContainer[],
): APIContainerComponent {
  return {
    type: ComponentType.Container,
    ...(accent !== undefined && { accent_color: accent }),
    components: [...parts],
  };
}

/** A thin line. */
export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

/** Buttons side by side, 5 in a row, as many rows as it takes. */
export function buttonRows<T extends APIComponentInMessageActionRow>(
  buttons: readonly T[],
): APIActionRowComponent<T>[] {
  return Array.from({ length: Math.ceil(buttons.length / LIMITS.buttonsPerRow) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(row * LIMITS.buttonsPerRow, (row + 1) * LIMITS.buttonsPerRow),
  }));
}

/** A button that opens an address; at most `LIMITS.linkUrl` characters. */
export function linkButton(label: string, url: string, emoji: string): APIButtonComponentWithURL {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    label: clip(label, LIMITS.label),
    url,
    emoji: { name: emoji },
  };
}

/** @param customId from `formatCustomId`; a label that is too long is clipped */
export function button(
  label: string,
  customId: string,
  options: ButtonOptions = {},
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: STYLES[options.style ?? 'plain'],
    label: clip(label, LIMITS.label),
    custom_id: customId,
    ...(options.emoji !== undefined && { emoji: { name: options.emoji } }),
    ...(options.disabled === true && { disabled: true }),
  };
}

/** What can be chosen in a select. */
export interface Pick {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

/**
 * A menu of 1 to 25 choices, one of which can be taken; texts that are too long are clipped.
 * @param chosen the value that is shown as taken already
 */
export function select(
  placeholder: string,
  customId: string,
  picks: readonly Pick[],
  chosen?: string,
): APIActionRowComponent<APIStringSelectComponent> {
  const options = picks.slice(0, LIMITS.selectOptions).map(({ label, value, description }) => ({
    label: clip(label, LIMITS.selectText),
    value,
    ...(value === chosen && { default: true }),
    ...(description !== undefined && { description: clip(description, LIMITS.selectText) }),
  }));
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId,
        placeholder: clip(placeholder, LIMITS.placeholder),
        options,
      },
    ],
  };
}

/** A view of one short message. @param markdown what comes from outside must be escaped already */
export function note(markdown: string): View {
  return { components: [textDisplay(markdown)] };
}
