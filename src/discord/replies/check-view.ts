import {
  type APIComponentInContainer,
  type APIMessageComponent,
  type APIMessageTopLevelComponent,
  type APISectionAccessoryComponent,
  ComponentType,
} from 'discord.js';
import { LIMITS } from './discord-limits.ts';
import type { View } from './view-parts.ts';

type Part =
  | APIMessageTopLevelComponent
  | APIComponentInContainer
  | APISectionAccessoryComponent
  | APIMessageComponent;

/**
 * What Discord would refuse in a view, with the place of each fault; empty when it can be sent. discord.js does not
 * check plain objects, and its builders do not know the limits of a whole message.
 */
export function viewProblems(view: View): string[] {
  const parts = view.components.flatMap((component, index) => walk(component, `components[${index}]`));
  const ids = parts.flatMap(({ part }) => ('custom_id' in part ? [part.custom_id] : []));
  const texts = parts.flatMap(({ part }) => (part.type === ComponentType.TextDisplay ? [part.content] : []));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + LIMITS.textBytesEach, 0);
  const names = new Set(view.files?.map((file) => file.name));
  return [
    ...over('components', parts.length, LIMITS.components),
    ...(parts.length === 0 ? ['components: none'] : []),
    ...over('text', texts.join('').length, LIMITS.text),
    ...over('bytes of text', bytes, LIMITS.textBytes),
    ...over('files', names.size, LIMITS.files),
    ...(names.size < (view.files?.length ?? 0) ? ['files: two have one name'] : []),
    ...(new Set(ids).size < ids.length ? ['custom_id: not unique'] : []),
    ...(view.files ?? []).flatMap((file) =>
      over(`file ${file.name}`, file.data.byteLength, LIMITS.fileBytes),
    ),
    ...parts.flatMap(({ part, path }) => partProblems(part, names).map((problem) => `${path}.${problem}`)),
  ];
}

function walk(part: Part, path: string): { part: Part; path: string }[] {
  const below = 'components' in part ? [...part.components] : [];
  const accessory = 'accessory' in part ? [part.accessory] : [];
  return [
    { part, path },
    ...below.flatMap((child, index) => walk(child, `${path}.components[${index}]`)),
    ...accessory.flatMap((child) => walk(child, `${path}.accessory`)),
  ];
}

function partProblems(part: Part, files: ReadonlySet<string>): string[] {
  switch (part.type) {
    case ComponentType.TextDisplay:
      return part.content.trim() === '' ? ['content: empty'] : [];
    case ComponentType.ActionRow:
      return between('components', part.components.length, 1, LIMITS.buttonsPerRow);
    case ComponentType.Container:
      return part.components.length === 0 ? ['components: none'] : [];
    case ComponentType.Section:
      return between('components', part.components.length, 1, LIMITS.sectionTexts);
    case ComponentType.Button:
      return [
        ...('label' in part ? over('label', part.label?.length ?? 0, LIMITS.label) : []),
        ...('custom_id' in part ? between('custom_id', part.custom_id.length, 1, LIMITS.customId) : []),
        ...('url' in part ? address('url', part.url, new Set()) : []),
      ];
    case ComponentType.StringSelect:
      return [
        ...between('options', part.options.length, 1, LIMITS.selectOptions),
        ...over('placeholder', part.placeholder?.length ?? 0, LIMITS.placeholder),
        ...part.options.flatMap((option, index) => [
          ...between(`options[${index}].label`, option.label.length, 1, LIMITS.selectText),
          ...between(`options[${index}].value`, option.value.length, 1, LIMITS.selectText),
          ...over(`options[${index}].description`, option.description?.length ?? 0, LIMITS.selectText),
        ]),
        ...(new Set(part.options.map((option) => option.value)).size < part.options.length
          ? ['options: values not unique']
          : []),
      ];
    case ComponentType.MediaGallery:
      return [
        ...between('items', part.items.length, 1, LIMITS.galleryItems),
        ...part.items.flatMap((item, index) => [
          ...address(`items[${index}].media`, item.media.url, files),
          ...over(`items[${index}].description`, item.description?.length ?? 0, LIMITS.mediaDescription),
        ]),
      ];
    case ComponentType.Thumbnail:
      return address('media', part.media.url, files);
    case ComponentType.File:
      return address('file', part.file.url, files);
    default:
      return [];
  }
}

function address(what: string, url: string, files: ReadonlySet<string>): string[] {
  const attached = /^attachment:\/\/(.*)$/s.exec(url)?.[1];
  if (attached !== undefined) return files.has(attached) ? [] : [`${what}: no file "${attached}"`];
  return /^https?:\/\//.test(url) ? over(what, url.length, LIMITS.linkUrl) : [`${what}: not an address`];
}

function over(what: string, count: number, max: number): string[] {
  return count > max ? [`${what}: ${count} of at most ${max}`] : [];
}

function between(what: string, count: number, min: number, max: number): string[] {
  return count < min ? [`${what}: ${count} of at least ${min}`] : over(what, count, max);
}
