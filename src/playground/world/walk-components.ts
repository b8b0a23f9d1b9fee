import type { ApiComponent, ApiMedia, ApiTopLevel } from '../shapes/message-shapes.ts';

/** A component and where it stands, e.g. `['components', 0, 'accessory']`. */
export interface Placed {
  component: ApiComponent;
  path: (string | number)[];
}

/** Every component at every depth, in the order of the page: a section's texts come before its accessory. */
export function* walk(
  components: readonly ApiComponent[],
  path: readonly (string | number)[] = ['components'],
): Generator<Placed> {
  for (const [index, component] of components.entries()) {
    yield* walkOne(component, [...path, index]);
  }
}

function* walkOne(component: ApiComponent, path: (string | number)[]): Generator<Placed> {
  yield { component, path };
  if ('components' in component) yield* walk(component.components, [...path, 'components']);
  if ('accessory' in component) yield* walkOne(component.accessory, [...path, 'accessory']);
  if ('component' in component) yield* walkOne(component.component, [...path, 'component']);
}

/**
 * A copy in which every picture and file went through `resolve`; numbers components that have no `id` yet, as
 * Discord does.
 */
export function withMedia(
  components: readonly ApiTopLevel[],
  resolve: (media: ApiMedia, path: (string | number)[]) => ApiMedia,
): ApiTopLevel[] {
  const copy = structuredClone([...components]);
  const taken = new Set([...walk(copy)].map(({ component }) => component.id));
  let next = 1;
  for (const { component, path } of walk(copy)) {
    if (component.id === undefined || component.id === 0) {
      while (taken.has(next)) next++;
      component.id = next++;
    }
    if (component.type === 11) component.media = resolve(component.media, [...path, 'media']);
    if (component.type === 13) component.file = resolve(component.file, [...path, 'file']);
    if (component.type === 12) {
      for (const [index, item] of component.items.entries()) {
        item.media = resolve(item.media, [...path, 'items', index, 'media']);
      }
    }
  }
  return copy;
}

/** The text displays of a message, top to bottom. */
export function displayedTexts(components: readonly ApiComponent[]): string[] {
  return [...walk(components)].flatMap(({ component }) => (component.type === 10 ? [component.content] : []));
}

/** A copy in which every text display went through `change`. */
export function withTexts(
  components: readonly ApiTopLevel[],
  change: (text: string) => string,
): ApiTopLevel[] {
  const copy = structuredClone([...components]);
  for (const { component } of walk(copy)) {
    if (component.type === 10) component.content = change(component.content);
  }
  return copy;
}
