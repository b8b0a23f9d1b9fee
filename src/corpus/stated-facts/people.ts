const NOBODY =
  /^(?:admin(?:istrator)?|user|owner|author|unknown|anonymous|root|guest|default|none|n\/a|pc|home|scan(?:ner)?|windows user|preferred customer|valued (?:gateway )?customer|microsoft.{0,40}|adobe.{0,40}|acrobat.{0,40}|office.{0,40}|hp.{0,20}|dell|lenovo|\W*)$/iu;

/** The names of people in a document's properties: no login, no address, no program. */
export function peopleIn(written: string): string[] {
  const names = written.split(/ ?; ?| and | & /u);
  const all = names.length === 1 && (written.match(/,/g)?.length ?? 0) > 1 ? written.split(/ ?, ?/u) : names;
  return all.filter(
    (name) =>
      name !== '' &&
      !NOBODY.test(name) &&
      !/[@\\/]|\d{2}/u.test(name) &&
      /\p{L}{2}/u.test(name) &&
      !/^\p{Ll}\S*$/u.test(name),
  );
}
