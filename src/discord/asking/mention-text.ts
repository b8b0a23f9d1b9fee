/** Stands for the name of a channel, role or person that is not known; nobody types it. */
const UNKNOWN = '\u{E000}';

/** The name of a channel (`#`), of a role (`@&`) or of a person (`@`) of a server; undefined when it is not known. */
export type NameOf = (kind: '#' | '@&' | '@', id: string) => string | undefined;

const TOKEN = /<(?:(#|@&|@!?)(\d{1,20})|a?(:\w{1,40}:)\d{1,20}|(\/[^:<>\n]{1,100}):\d{1,20})>/g;

/**
 * Takes back what Discord's clients make of typed text: `#channel`, `@role`, `@person`, `:emoji:` and `/command` come as
 * tokens such as `<#123>`. A name that is not known becomes a gap, for `fitsGaps`.
 */
export function plainMentions(text: string, nameOf: NameOf): string {
  return text.replace(
    TOKEN,
    (_, sigil: string | undefined, id: string, emoji: string | undefined, command: string | undefined) => {
      if (sigil === undefined) return emoji ?? command ?? '';
      const kind = sigil === '#' || sigil === '@&' ? sigil : '@';
      return `${sigil.slice(0, 1)}${nameOf(kind, id) ?? UNKNOWN}`;
    },
  );
}

/** Whether a text has names that were not known. */
export function hasGaps(text: string): boolean {
  return text.includes(UNKNOWN);
}

/** Whether a name is the text, whatever stands in its gaps. One pass over the name. */
export function fitsGaps(name: string, text: string): boolean {
  const [first = '', ...others] = text.split(UNKNOWN);
  const last = others.pop();
  if (last === undefined) return name === text;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = name.indexOf(part, at + 1);
    if (found === -1) return false;
    at = found + part.length;
  }
  return name.length > at + last.length && name.endsWith(last);
}
