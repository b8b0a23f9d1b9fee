/** Liquid's output and tags (Jekyll, GitHub Docs), Hugo's shortcodes. */
const TAG = /\{%-?[^{}]{0,600}?-?%\}|\{\{[<%]?[^{}]{0,600}?[>%]?\}\}/g;
/** Kramdown's attribute lists: `{: .note}`, `{#id}`; Pandoc's `{.class}`. */
const ATTRIBUTES = /\{(?::|[#.][\w-])[^{}\n]{0,200}\}/g;
/** What a footnote's words stand behind. */
const FOOTNOTE = /^\[\^[\w-]{1,40}\]:\s?/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ADMONITION = /^(?:!!!|\?\?\?\+?) ?(\w[\w-]*)(?: "([^"\n]{0,200})")?\s*$/;
/** The line that names a call-out ends there, in Obsidian's words; two blanks tell the parser. */
const CALLOUT = /^ {0,3}>[> ]{0,20}\[![\w-]{1,40}[^\n]*$/;
const DIRECTIVE =
  /^:{3,}\s?\{?(\w[\w-]*)\}?(?:\s?\[([^\]\n]{0,200})\]|\s([^\n{}]{1,200}))?(?:\{[^{}\n]{0,200}\})?\s*$/;

/**
 * Takes out of Markdown what its parser doesn't know and no reader sees: comments (`%%…%%`, `{% comment %}`), Liquid and
 * shortcode tags, attribute lists. Call-outs of other dialects (`:::note`, `!!! tip`) become Obsidian's. Lines stay
 * lines; fenced code stays as it is.
 */
export function prepareMarkdown(source: string): string {
  const state: State = { comment: undefined, admonition: false, directives: 0, raw: false };
  const out: string[] = [];
  let fence: string | undefined;
  for (const line of source.split(/\r\n|\r|\n/)) {
    const mark = FENCE.exec(line.replace(/^(?: {0,3}> ?)+/, ''))?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      out.push(quoted(line, state));
    } else if (mark !== undefined && state.comment === undefined) {
      fence = mark;
      out.push(quoted(line, state));
    } else {
      // Footnotes that follow each other are no paragraph together, but a list.
      out.push(prepareLine(line.replace(FOOTNOTE, '- '), state));
    }
  }
  return out.join('\n');
}

interface State {
  /** What ends the comment that is open. */
  comment: string | undefined;
  admonition: boolean;
  directives: number;
  raw: boolean;
}

function prepareLine(line: string, state: State): string {
  const bare = withoutTags(withoutComments(line, state), state);
  const admonition = ADMONITION.exec(bare);
  const opening = admonition ?? DIRECTIVE.exec(bare);
  if (admonition) state.admonition = true;
  else if (opening) state.directives++;
  if (opening) return `> [!${opening[1]}] ${opening[2] ?? opening[3] ?? ''}  `;
  if (state.directives > 0 && /^:{3,}\s*$/.test(bare)) {
    state.directives--;
    return '';
  }
  return quoted(CALLOUT.test(bare) ? `${bare}  ` : bare, state);
}

/** A line of a call-out of another dialect, as a line of a quotation. */
function quoted(line: string, state: State): string {
  if (state.admonition) {
    if (/^(?: {4}|\t)/.test(line)) return `> ${line.replace(/^(?: {4}|\t)/, '')}`;
    if (line.trim() === '') return '>';
    state.admonition = false;
  }
  return state.directives > 0 ? `> ${line}` : line;
}

/** Obsidian's `%%…%%`, over lines too; not within code. */
function withoutComments(line: string, state: State): string {
  let out = '';
  let at = 0;
  while (at < line.length) {
    if (state.comment !== undefined) {
      const end = line.indexOf(state.comment, at);
      if (end < 0) return out;
      at = end + state.comment.length;
      state.comment = undefined;
      continue;
    }
    const code = line.indexOf('`', at);
    const percent = line.indexOf('%%', at);
    if (percent < 0) return out + line.slice(at);
    if (code >= 0 && code < percent) {
      const end = line.indexOf('`', code + 1);
      if (end < 0) return out + line.slice(at);
      out += line.slice(at, end + 1);
      at = end + 1;
      continue;
    }
    out += line.slice(at, percent);
    at = percent + 2;
    state.comment = '%%';
  }
  return out;
}

function withoutTags(line: string, state: State): string {
  if (!line.includes('{') && state.comment === undefined) return line;
  const bare = line.replace(TAG, (tag) => {
    if (/^\{%-?\s*raw\b/.test(tag)) state.raw = true;
    else if (/^\{%-?\s*endraw\b/.test(tag)) state.raw = false;
    else if (state.raw || isWithinCode(line, tag)) return tag;
    if (/^\{%-?\s*comment\b/.test(tag)) return '<!--';
    if (/^\{%-?\s*endcomment\b/.test(tag)) return '-->';
    return '';
  });
  return bare.replace(ATTRIBUTES, (list) => (isWithinCode(line, list) ? list : ''));
}

/** Whether the words stand between two backticks of their line. */
function isWithinCode(line: string, words: string): boolean {
  const at = line.indexOf(words);
  const before = line.slice(0, at).split('`').length - 1;
  return before % 2 === 1 && line.indexOf('`', at) >= 0;
}
