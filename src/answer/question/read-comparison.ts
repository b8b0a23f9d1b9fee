/** Two things whose difference is asked for, as they were typed. */
export interface Comparison {
  readonly one: string;
  readonly other: string;
}

const BETWEEN = /\b(?:difference|differences|distinction) between (.{2,60}?) (?:and|&|vs\.?) (.{2,60})$/i;
const DIFFERS = /^how (?:does|do|is|are) (.{2,60}?) (?:differ(?:ent)? from|different than) (.{2,60})$/i;
const VERSUS = /^(?:what is |what's )?(.{2,40}?) (?:vs\.?|versus) (.{2,40})$/i;

/** Reads "what is the difference between A and B", "how does A differ from B", "A vs B"; undefined for other questions. */
export function readComparison(text: string): Comparison | undefined {
  const bare = text.replace(/[\s?!.]{1,20}$/, '');
  const [, left = '', right = ''] = BETWEEN.exec(bare) ?? DIFFERS.exec(bare) ?? VERSUS.exec(bare) ?? [];
  if (left === '' || right === '') return undefined;
  const other = withoutArticle(right);
  return { one: shareHead(withoutArticle(left), other), other };
}

const withoutArticle = (name: string): string => name.replace(/^(?:an?|the) /i, '').trim();

/** "Positive and negative reinforcement": an adjective alone takes the noun of the other. */
function shareHead(one: string, other: string): string {
  const words = other.split(' ');
  const head = words.at(-1);
  return !one.includes(' ') && words.length === 2 && head !== undefined && ADJECTIVE.test(one)
    ? `${one} ${head}`
    : one;
}

const ADJECTIVE =
  /(?:ive|al|ic|ous|ary|ory|ish|ent|ant|ed|ing|less|ful|er|long|short|hard|soft|hot|cold|old|new|open|free|first|second|active|left|right|big|small|high|low|fast|slow|white|black|red|green|blue|public|private)$/i;
