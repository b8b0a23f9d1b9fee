import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from '../../src/answer/engine.ts';
import { analyseQuestion } from '../../src/answer/question.ts';
import { quotedLines, quoteText } from '../../src/answer/quotation.ts';
import { loadTools } from '../../src/answer/tools.ts';
import type { Passage } from '../../src/answer/types.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { updateSegments } from '../../src/library/indexing/update-segments.ts';
import { type Segment, sentenceText, spansIn } from '../../src/search/segment.ts';
import { createSentenceEnds } from '../../src/text/sentence-boundaries.ts';
import { type CommunityQuestion, readCommunityQuestions } from './community-questions.ts';
import { markdownTable, share, thousands } from './markdown.ts';
import { type CommunityOutcome, communityScores } from './measures.ts';
import type { BenchOptions } from './options.ts';
import { loadPeer, type PeerId } from './peers/index.ts';
import type { Corpus, Index } from './peers/peer.ts';

/** What is asked besides Footnote itself, over the same units. */
const PEERS: readonly PeerId[] = ['bm25-context', 'bm25', 'minisearch', 'flexsearch', 'fts5'];
/** How many sentences Footnote ranks. */
const RANKED = 40;

type Tools = ReturnType<typeof loadTools>;

/**
 * Questions as members of communities type them, asked of their own folders (rules, a program's help, a textbook …).
 * A quote is right when it holds an answer; of the others' sentences the same is asked.
 * @returns Markdown; nothing when there is no folder `communities/`
 */
export async function benchCommunities(
  options: BenchOptions,
  say: (message: string) => void,
): Promise<string> {
  if (!existsSync(join(options.data, 'communities'))) return '';
  const tools = loadTools();
  const rows = new Map<string, CommunityOutcome[]>();
  let units = 0;
  let silent = 0;
  for (const [name, questions] of await readCommunityQuestions(options.data)) {
    const segments = await indexFolder(join(options.data, 'communities', name), tools);
    const corpus = corpusOf(segments);
    units += corpus.sentences.length;
    const own = questions.map((question) => askFootnote(new Engine(segments, tools), tools, question));
    silent += own.reduce((sum, { silent: count }) => sum + count, 0);
    add(rows, '**Footnote**', own);
    for (const id of PEERS.filter((peer) => options.only.length === 0 || options.only.includes(peer))) {
      await askPeer(id, corpus, questions, options.cache)
        .then(({ name: peer, outcomes }) => add(rows, peer, outcomes))
        .catch((error: Error) => say(`${id} is left out: ${error.message}`));
    }
    say(`communities: ${name}, ${thousands(corpus.sentences.length)} units`);
  }
  return describe(rows, units, silent);
}

function add(
  rows: Map<string, CommunityOutcome[]>,
  name: string,
  outcomes: readonly CommunityOutcome[],
): void {
  rows.set(name, [...(rows.get(name) ?? []), ...outcomes]);
}

async function indexFolder(folder: string, { reader }: Tools): Promise<Segment[]> {
  const { articles } = await loadCorpus(folder);
  return updateSegments([], articles, {
    reader,
    ends: createSentenceEnds(),
    pace: async () => undefined,
    segmentSentences: Number.POSITIVE_INFINITY,
  });
}

function corpusOf(segments: readonly Segment[]): Corpus {
  const articles = segments.flatMap((segment) =>
    segment.articles.map((article, number) => ({ article, sentences: spansIn(segment, number) })),
  );
  const sentences = segments.flatMap((segment) =>
    segment.articles.flatMap((_, article) => {
      const [from = 0, to = 0] = segment.firstSentence.subarray(article, article + 2);
      return Array.from({ length: to - from }, (_unit, i) => sentenceText(segment, article, from + i));
    }),
  );
  return { articles, sentences };
}

function askFootnote(
  engine: Engine,
  tools: Tools,
  { text, answerable, isRight }: CommunityQuestion,
): CommunityOutcome & { readonly silent: number } {
  const answer = engine.ask(text, { top: RANKED });
  const passages = answer.kind === 'answer' ? answer.passages : answer.closest;
  const place = passages.findIndex((passage) => isRight(quoteText(passage), passage.article.id));
  const ranked = engine
    .judge(analyseQuestion(text, tools))
    .judged.some(({ candidate }) => isRight(candidate.view.text, candidate.article.id));
  return {
    answerable,
    answered: answer.kind === 'answer',
    ...(place < 0 ? {} : { first: place }),
    ranked: ranked || place >= 0,
    silent: passages.filter(quotesSilent).length,
  };
}

const SILENT: ReadonlySet<string> = new Set([
  'heading',
  'caption',
  'code',
  'bibliography',
  'exercise',
  'navigation',
]);

/** Whether a quote shows words of a block that is no answer, other than the words that its own block stands under. */
function quotesSilent(passage: Passage): boolean {
  const { article, block } = passage;
  const above = new Set(article.blocks?.[block ?? -1]?.context.map(({ span }) => span[0]));
  return quotedLines(passage).some(({ slices }) =>
    slices.some(
      ({ span: [from, to] }) =>
        !above.has(from) &&
        article.blocks?.some(({ kind, start, end }) => SILENT.has(kind) && start < to && end > from) === true,
    ),
  );
}

async function askPeer(
  id: PeerId,
  corpus: Corpus,
  questions: readonly CommunityQuestion[],
  cache: string,
): Promise<{ readonly name: string; readonly outcomes: CommunityOutcome[] }> {
  const peer = await loadPeer(id);
  const folder = mkdtempSync(join(cache, `${id}-`));
  const index: Index = await peer.build(corpus, { stopWords: 'dropped', folder });
  const articleOf = corpus.articles.flatMap(({ article, sentences }) => sentences.map(() => article.id));
  try {
    const outcomes: CommunityOutcome[] = [];
    for (const { text, answerable, isRight } of questions) {
      const found = await index.search({ text }, RANKED);
      const place = found.findIndex((at) => isRight(corpus.sentences[at] ?? '', articleOf[at] ?? ''));
      outcomes.push({ answerable, ranked: place >= 0, ...(place < 0 ? {} : { first: place }) });
    }
    return { name: peer.name, outcomes };
  } finally {
    await index.close?.();
    rmSync(folder, { recursive: true, force: true });
  }
}

function describe(rows: ReadonlyMap<string, CommunityOutcome[]>, units: number, silent: number): string {
  const head = [
    '',
    'first',
    'first 5',
    `among ${RANKED}`,
    'right and answered',
    'wrong and answered',
    'refused though there',
    'answered though not there',
  ];
  const own = rows.get('**Footnote**') ?? [];
  const there = own.filter(({ answerable }) => answerable).length;
  const body = [...rows].map(([name, outcomes]) => {
    const { first, five, ranked, ...answered } = communityScores(outcomes);
    const { rightAnswered, wrongAnswered, refused, answeredNotThere } = answered;
    const judged = outcomes.some((outcome) => outcome.answered !== undefined);
    const counts = [rightAnswered, wrongAnswered, refused, answeredNotThere];
    return [
      name,
      ...[first, five, ranked].map(share),
      ...counts.map((count) => (judged ? String(count) : '')),
    ];
  });
  return [
    `### Communities: ${own.length} questions, ${there} of them with an answer, over ${thousands(units)} units\n`,
    markdownTable(head, body),
    `Quotes that show a heading, a caption, code or an entry of a bibliography as an answer: ${silent}.\n`,
  ].join('\n');
}
