/**
 * The only ways in which the page makes elements. Text becomes text nodes and never markup.
 *
 * @typedef {Node | string | null | undefined | false} Child
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | undefined>} [attributes] `true` sets an empty attribute,
 *   `false` and `undefined` leave it out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

/**
 * A custom element of the component library, with properties instead of attributes.
 *
 * @param {`discord-${string}`} tag
 * @param {Record<string, unknown>} [properties] `undefined` leaves the element's default
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function custom(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value !== undefined) Reflect.set(element, name, value);
  }
  append(element, children);
  return element;
}

/**
 * @param {Element} element
 * @param {Record<string, string | number | boolean | undefined>} attributes
 */
export function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** @param {Element} element @param {Child[]} children */
function append(element, children) {
  for (const child of children)
    if (child !== null && child !== undefined && child !== false) element.append(child);
}

/**
 * Waits for a component of the library to have drawn itself, and hands out what it drew.
 *
 * @param {HTMLElement} element
 * @param {(root: ShadowRoot) => void} then
 */
export function afterDrawing(element, then) {
  const drawn = Reflect.get(element, 'updateComplete');
  void Promise.resolve(drawn).then(() => {
    if (element.shadowRoot) then(element.shadowRoot);
  });
}

/**
 * @template {Element} Kind
 * @param {string} selector of an element that index.html has
 * @param {new () => Kind} kind
 * @returns {Kind}
 * @throws when the page lacks it
 */
export function find(selector, kind) {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}`);
  return element;
}

/** @returns {HTMLElement | undefined} what has the focus, inside the library's elements too */
export function focused() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
}

let counter = 0;

/** @param {string} prefix @returns {string} an id that no other element has */
export function uniqueId(prefix) {
  counter += 1;
  return `${prefix}-${counter}`;
}
