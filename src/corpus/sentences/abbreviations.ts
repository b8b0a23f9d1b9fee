/** What follows an abbreviation, which tells whether the stop after it can be a full stop. */
export type AbbreviationKind = 'name' | 'clause' | 'number' | 'unit' | 'customary unit' | 'word' | 'hour';

/**
 * Abbreviations that a sentence splitter stumbles over, by what follows them, without their last stop. Case counts:
 * "Art." numbers an article, "art." at the end of a sentence is the word.
 */
const TABLE: readonly { readonly kind: AbbreviationKind; readonly why: string; readonly words: string }[] = [
  {
    kind: 'name',
    why: 'a title or a rank stands before a name, so that its stop ends nothing: "Rt. Hon. Ada Quill"',
    words:
      'Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Gen Sen Sens Rep Reps Gov Govs Lt Col Sgt Cpl Cpt Capt Cmdr Cdr Comdr ' +
      'Maj Brig Adm Pvt Pte Pfc Rev Revd Rt Hon Fr Pres Supt Insp Det Amb Msgr Mgr Atty Mt Ft vs v cf Cf',
  },
  {
    kind: 'clause',
    why: 'stands in the middle of what it explains: "boats, e.g. The Tansy"',
    words: 'e.g i.e viz approx incl esp',
  },
  {
    kind: 'number',
    why: 'belongs to the number after it, and is a word or the end where there is none: "vol. II", "was no. Hedda"',
    words:
      'No Nos no nos Vol Vols vol vols Fig Figs fig figs Art Arts art arts Sec Secs sec secs Sect sect Ch Chap ch chap p pp Pt ' +
      'pt par pars para paras Par Para Eq Eqs eq eqs Tab Tabs tab tabs Ref Refs ref refs Sched App app Cl cl ca c approx est ' +
      'v ver Op op Bk bk Nr nr Exh Reg Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
  },
  {
    kind: 'unit',
    why: 'a measure takes no stop of its own, so that one after it is a full stop: "The wave was 1.8 m. She is taller."',
    words:
      'm km cm mm kg g mg l ml ha s ms kW MW GW kWh mph kph bn tn k M B GB MB KB TB Hz kHz MHz GHz V W C F K',
  },
  {
    kind: 'customary unit',
    why: 'is often written with a stop, and ends a sentence only where another clearly begins: "3 ft. The rope"',
    words: 'ft in lb lbs oz yd yds mi gal qt pt hr hrs min mins sec secs',
  },
  {
    kind: 'word',
    why: 'is a whole word too, in lower case: "in the sun. Osric"',
    words: 'sun sat mass miss ill wash no in is am so us ark fig tab ex app art la del',
  },
  {
    kind: 'hour',
    why: 'ends a sentence unless a zone or a day follows: "9 P.M. Dr. Rook", but "9 p.m. Eastern"',
    words: 'a.m p.m A.M P.M',
  },
];

const KINDS: ReadonlyMap<string, ReadonlySet<AbbreviationKind>> = new Map(
  Map.groupBy(
    TABLE.flatMap(({ kind, words }) => words.split(' ').map((word) => ({ kind, word }))),
    ({ word }) => word,
  )
    .entries()
    .map(([word, found]) => [word, new Set(found.map(({ kind }) => kind))]),
);

/** The word before the stop that ends a text, without opening marks; empty when it ends in no stop. */
export function wordBeforeStop(left: string): string {
  return /(?:^|[\s("“‘'[/–—])([\p{L}.]{1,8})\.$/u.exec(left.slice(-12))?.[1] ?? '';
}

/** Whether a word, without its last stop, is an abbreviation of that kind. */
export function isAbbreviation(word: string, kind: AbbreviationKind): boolean {
  return KINDS.get(word)?.has(kind) ?? false;
}

/** The measure that a number ends in, "m" of "£1.5m." and "1.8 m."; empty when there is none. */
export function measureBeforeStop(left: string): string {
  return /\p{N} ?([\p{L}]{1,4})\.$/u.exec(left.slice(-12))?.[1] ?? '';
}
