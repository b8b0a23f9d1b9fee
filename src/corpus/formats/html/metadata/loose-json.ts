/**
 * Parses JSON as pages carry it: in a comment or a CDATA section, with a semicolon behind it, commas before closing
 * brackets, line breaks within strings.
 * @returns `undefined` when it is none even so
 */
export function parseLooseJson(text: string): unknown {
  const body = text.trim().replace(/^(?:<!--|(?:\/\/|\/\*)?\s?<!\[CDATA\[(?:\*\/)?)/, '');
  return parse(body) ?? parse(mended(body));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** One pass: what stands in strings stays, but for raw control characters and escapes that JSON does not know. */
function mended(text: string): string {
  let out = '';
  let inString = false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (inString) {
      if (character === '\\') {
        const next = text.charAt(++i);
        out += '"\\/bfnrtu'.includes(next) ? character + next : next;
      } else if (character < ' ') out += ' ';
      else {
        inString = character !== '"';
        out += character;
      }
      continue;
    }
    if (character === '"') inString = true;
    if (character === '{' || character === '[') depth++;
    if (character === ',' && closesNext(text, i + 1)) continue;
    out += character;
    // Whatever follows the value is none of it.
    if ((character === '}' || character === ']') && --depth === 0) return out;
  }
  return out;
}

function closesNext(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && /[\s,]/.test(text.charAt(at))) at++;
  return text.charAt(at) === '}' || text.charAt(at) === ']';
}
