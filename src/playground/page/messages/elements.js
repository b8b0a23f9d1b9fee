import { LitElement } from 'lit';
import '@skyra/discord-components-core';

/**
 * What the library's elements need to look like today's Discord, to follow the page's colours and to show where the
 * keyboard is. The variables are those of page.css; they reach into the elements' own trees.
 *
 * @type {Record<string, string>}
 */
const REFINEMENTS = {
  'discord-message': `
    :host, :host([light-theme]) { color: var(--text); }
    .discord-message-timestamp, :host([light-theme]) .discord-message-timestamp,
    .discord-message-edited, :host([light-theme]) .discord-message-edited,
    .discord-message-ephemeral, :host([light-theme]) .discord-message-ephemeral { color: var(--muted); }
    .discord-message-timestamp { margin-left: 0.25rem; }
    .discord-message-body-only-indent { margin-left: 0; flex: none; }
    .discord-message-ephemeral .discord-message-ephemeral-link { color: var(--link); border-radius: 3px; }
    .discord-message-ephemeral .discord-message-ephemeral-link:focus-visible { outline: 2px solid var(--focus); }
    .discord-message-content { min-width: 0; }
    .discord-message-inner { min-width: 0; }
    @media (max-width: 480px) { .discord-author-avatar { margin-right: 10px; min-width: 32px; }
      .discord-author-avatar img { width: 32px; height: 32px; }
      .discord-message-body-only-indent { width: 42px; } }`,
  'discord-author-info': `
    :host .discord-author-username, :host([light-theme]) .discord-author-username { color: var(--header); }`,
  'discord-verified-author-tag': `
    :host .discord-application-tag { height: 0.9375rem; font-weight: 600; }`,
  'discord-reply': `
    :host, :host([light-theme]) { color: var(--muted); white-space: normal; }
    :host .discord-replied-message-username, :host([light-theme]) .discord-replied-message-username
      { color: var(--header); opacity: 0.85; }`,
  'discord-command': `
    :host, :host([light-theme]) { color: var(--muted); flex-wrap: wrap; column-gap: 4px; white-space: normal; }
    :host::before, :host([light-theme])::before { border-color: var(--line) !important; }
    :host .discord-replied-message-username, :host([light-theme]) .discord-replied-message-username
      { color: var(--header); opacity: 0.85; }
    :host .discord-slash-command-name { color: var(--chip-text) !important; background: var(--chip); }
    .discord-replied-message-content { min-width: 0; max-width: 100%; overflow: hidden; }
    .discord-context-command-name { color: var(--link) !important; opacity: 1; }
    @media (max-width: 480px) { :host { margin-left: 42px; } :host::before { left: -26px; } }`,
  'discord-button': `
    :host > *:first-child { border-radius: 8px; box-sizing: border-box; margin: 4px 8px 4px 0; padding: 2px 14px;
      min-width: 0; max-width: 100%; line-height: 18px; text-align: left; height: auto; }
    :host > *:first-child:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    .secondary { color: var(--button-text); background-color: var(--button); }
    .secondary:hover, .secondary.hoverable:hover { background-color: var(--button-hover); }
    .success { background-color: #248046; } .success.hoverable:hover { background-color: #1a6334; }
    .destructive { background-color: #da373c; } .destructive.hoverable:hover { background-color: #a12828; }
    :host([aria-busy]) button span { opacity: 0.4; }
    .launch, svg { flex: none; margin-left: 8px; }`,
  'discord-embed': `
    :host { max-width: 100%; margin: 4px 0; }
    :host, :host([light-theme]) { color: var(--text); }
    :host .discord-embed-wrapper, :host([light-theme]) .discord-embed-wrapper
      { background: var(--panel); border-color: transparent; max-width: min(520px, 100%); }
    :host .discord-embed-root { max-width: 100%; }
    :host .discord-embed-author, :host .discord-embed-author a, :host([light-theme]) .discord-embed-author
      { color: var(--header); }
    :host .discord-embed-image { max-width: 100%; }`,
  'discord-embed-footer': `
    :host, :host([light-theme]) { color: var(--muted); flex-wrap: wrap; }
    :host .discord-footer-separator { color: inherit; }`,
  'discord-file-attachment': `
    .discord-file-attachment-mosaic-style, .discord-file-attachment-light-theme.discord-file-attachment-mosaic-style
      { background: var(--panel); border-color: var(--line); width: 432px; }
    .discord-file-attachment-metadata { color: var(--muted); }
    .discord-button-download-attachment { background: var(--button); }
    .discord-file-attachment-non-visual-media-item-container:focus-within .discord-button-download-attachment
      { display: block; }`,
  'discord-link': `
    a, .discord-link-light-theme a { color: var(--link); border-radius: 2px; }
    a:focus-visible { outline: 2px solid var(--focus); }`,
  'discord-header': `
    :host > * { margin: 12px 0 6px; color: var(--header); line-height: 1.3; }
    :host(:first-child) > * { margin-top: 2px; }`,
  'discord-subscript': `
    small, :host([light-theme]) > small { color: var(--muted); line-height: 1.25; }`,
  'discord-quote': `
    .discord-quote-divider, :host([light-theme]) .discord-quote-divider { background: var(--quote); flex: none; }
    blockquote { min-width: 0; padding: 0 4px 0 12px; }`,
  'discord-code': `
    :host { background: none; }
    code, :host([multiline]) code, :host([light-theme]) code
      { background: var(--code); border: 1px solid var(--code-line); margin: 0; color: var(--text); }
    :host([multiline]) { display: block; }
    :host([multiline]) code { width: auto; max-width: 90%; }`,
  'discord-pre': ':host pre { margin: 4px 0; width: auto; overflow-x: auto; }',
  'discord-mention': `
    :host, :host([light-theme]) { color: var(--chip-text); background: var(--chip); }`,
  'discord-spoiler': ':host(:focus-visible) { outline: 2px solid var(--focus); }',
  'discord-time': ':host { background: var(--code); }',
};

/**
 * Adds the refinements to the elements' classes; call it before the first element is made.
 *
 * @throws when the library no longer has one of the elements
 */
export function refineElements() {
  for (const [tag, css] of Object.entries(REFINEMENTS)) {
    const element = customElements.get(tag);
    if (element === undefined || !(element.prototype instanceof LitElement))
      throw new Error(`No element ${tag}`);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    Reflect.get(element, 'elementStyles').push(sheet);
  }
}
