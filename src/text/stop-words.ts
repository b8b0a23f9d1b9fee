/**
 * Words that carry no topic. Questions lose them before retrieval and fall back to all their words when nothing is
 * left. "Who", "when" and their like are here as well: the question's type is analysed apart from its topic. "Won't" and
 * "don't" are read as one word each, so that "won" is what a winner did, and "Don" somebody's name.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are arent as at be because been before being below between
  both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during each few for from further
  had hadnt has hasnt have havent having he hed hell her here heres hers herself hes him himself his how hows i id if
  ill im in into is isnt it its itself ive just lets let me more most mustnt my myself no nor not of off on once only
  or other ought our ours ourselves out over own please same shall shant she shed shes should shouldnt so some such
  than that thats the their theirs them themselves then there theres these they theyd theyll theyre theyve this those
  through to too under until up upon us very was wasnt we wed well were werent weve what whats when whens where wheres
  which while who whos whom whose why whys will with wont would wouldnt yes yet you youd youll your youre yours
  yourself yourselves tell know anyone anything something someone whether many much didn doesn isn wasn aren weren
  hasn haven couldn wouldn shouldn ll ve re s t d m al el`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that are the letters of a shortened one: "she'd" has no topic, a shed may be one. */
const WORDS_TOO: ReadonlySet<string> = new Set(['hell', 'ill', 'shed', 'wed']);

/**
 * Whether a word carries no topic.
 * @param word normalised
 * @param letters as it is written
 */
export const isStopWord = (word: string, letters: string): boolean =>
  STOP_WORDS.has(word) && !(WORDS_TOO.has(word) && word.length === letters.length);
