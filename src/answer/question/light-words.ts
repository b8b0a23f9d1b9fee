/** Words that ask for nothing of their own. */
const LIGHT: ReadonlySet<string> = new Set(
  'happen occur place part name work go come get put exact exactli current kind type sort new tri manag attempt status situat suppos meant like now today consid regard accord may still yet alreadi ever actual realli final eventu must besid apart except abl one els mention exampl certain specif particular entiti'.split(
    ' ',
  ),
);

/** The same within a phrase: "elections were held" says that there were elections, "so far" that it is not over. */
const LIGHT_IN: ReadonlyMap<string, RegExp> = new Map([
  ['hold', /\b(?:is|are|was|were|be|been) (?:\S{1,20} ){0,4}held\b/i],
  ['take', /\b(?:take|takes|took|taken|taking) (?:part|place)\b|\bhow long (?:\S{1,20} ){1,8}take\b/i],
  ['often', /\bhow often\b/i],
  // Who calls something something says so; what something is called is a name.
  ['call', /^(?!.{0,60}\b(?:did|does|do) (?:\S{1,20} ){1,4}call\b)/i],
  ['describ', /^(?!.{0,60}\b(?:did|does|do) (?:\S{1,20} ){1,4}describe\b)/i],
  ['want', /\bwant(?:s|ed)? to\b/i],
  ['treat', /^how\b/i],
  ['mean', /\bmean(?:s|t)? (?:for|to)\b/i],
  ['face', /\b(?:do|does|did) (?:\S{1,20} ){1,4}face\b|\bfac(?:es|ed|ing)\b/i],
  ['far', /\bso far\b/i],
  ['stand', /\b(?:stands?|stood|standing) (?:behind|to)\b/i],
  ['region', /\bin the region\b/i],
  ['area', /\bin the area\b/i],
  ['intend', /\bintends? to\b/i],
  ['state', /^(?:the )?state of (?:the|its|his|her|their)\b/i],
  ['news', /\bnews (?:sites?|websites?|outlets?|agency|channels?|papers?)\b/i],
  ['make', /^(?!who (?:made|makes)\b)/i],
  ['medium', /\bmedia (?:outlets?|organi[sz]ations?|compan(?:y|ies)|channels?|sites?|groups?)\b/i],
  // Who is asked "for help" is asked; who asks whether to help is not.
  [
    'help',
    /\b(?:ask|asks|asked|asking|call|calls|called|calling|beg|begs|begged|appeal|appeals|appealed|turn|turns|turned|plead|pleads|pleaded) (?:\S{1,20} ){0,4}for help\b/i,
  ],
  ['decid', /\bdecid(?:e|es|ed) to\b/i],
  ['problem', /\bproblems? (?:is |was )?with\b/i],
]);

/** Whether a word of a question, as a term, asks for nothing of its own. */
export const isLight = (term: string, question: string): boolean =>
  LIGHT.has(term) || LIGHT_IN.get(term)?.test(question) === true;
