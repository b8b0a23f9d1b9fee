import type { Article } from '../src/corpus/article.ts';
import { type AskingTools, askCorpus, COLUMNS } from './ask-corpus.ts';
import { keyOf } from './cache.ts';
import type { Sources } from './collect.ts';
import { NEWS_YEARS } from './data.ts';
import { type AskedCorpus, readCommunities, readEveryday, readNews, readSquad, readTitled } from './kinds.ts';
import { buildMatrix, fromBlock, type Matrix, stackMatrices, toBlock } from './matrix.ts';
import { withOwnQuestions } from './own-questions.ts';
import { answerTest, isDistinctive } from './relevance.ts';
import { byParagraph, everyNth, handfuls, inPieces, withOthers } from './variants.ts';

/** A part of the training data that is kept by itself, since asking takes long. */
interface Part {
  readonly name: string;
  corpora(): Promise<AskedCorpus[]>;
}

/** All kinds of corpora and questions, large and small, with and without an answer. */
function partsOf(data: string, tools: AskingTools): Part[] {
  const google = (part: string) => readTitled(data, 'google', part);
  return [
    {
      name: 'google',
      async corpora() {
        const [a, b] = [await google('a'), await google('b')];
        return [
          withOthers(a, everyNth(b.questions, 2)),
          withOthers(b, everyNth(a.questions, 2)),
          ...inPieces(a, 60, 40),
          ...everyNth(inPieces(b, 8, 8), 2),
        ];
      },
    },
    {
      name: 'science',
      async corpora() {
        const whole = await readTitled(data, 'science', 'a');
        const far = everyNth((await google('a')).questions, 8);
        return [
          withOthers(whole, far),
          ...inPieces(whole, 25, 200),
          ...everyNth(inPieces(whole, 4, 30), 2),
          byParagraph(whole, 2),
        ];
      },
    },
    {
      name: 'squad',
      async corpora() {
        const squad = readSquad(data);
        const far = everyNth((await google('b')).questions, 6);
        const halved = { ...squad, questions: everyNth(squad.questions, 4) };
        return [withOthers(squad, far), ...inPieces(halved, 1, 20), byParagraph(squad, 4)];
      },
    },
    {
      name: 'communities',
      async corpora() {
        const all = await readCommunities(data);
        const own = await Promise.all(all.map(withOwnQuestions));
        return [
          ...all.map((corpus, i) => withOthers(corpus, all[(i + 1) % all.length]?.questions ?? [])),
          ...own.flat(),
        ];
      },
    },
    {
      name: 'news-handfuls',
      async corpora() {
        return smallNews(await readNews(data, NEWS_YEARS[0]), tools);
      },
    },
    ...NEWS_YEARS.map(
      (year, i): Part => ({
        name: `news-${year}`,
        async corpora() {
          const news = await readNews(data, year);
          const other = await readNews(data, NEWS_YEARS[1 - i] ?? year);
          const everyday = await readEveryday(data, year);
          const asked = { ...news, questions: [...news.questions, ...everyday] };
          return [withOthers(asked, everyNth(other.questions, 3))];
        },
      }),
    ),
  ];
}

/** Questions and corpora sizes: one corpus a question of two articles, two of eight, twelve of sixty. */
const HANDFULS = [
  [2, 1],
  [8, 2],
  [60, 12],
] as const;
const MOST_IN_HANDFULS = 100;
const PARAGRAPH_NEAR = 3;

/** Handfuls of a year's articles that answer some of its questions, or are about their subjects only. */
function smallNews(news: AskedCorpus, tools: AskingTools): AskedCorpus[] {
  const distinctive = news.questions.filter(({ answers = [] }) => answers.some(isDistinctive));
  const questions = everyNth(distinctive, 2).slice(0, MOST_IN_HANDFULS * 2);
  const sample = { ...news, questions };
  const answering: (Article | undefined)[] = [];
  const near: (Article | undefined)[] = [];
  for (const { found, answers } of lookUp(sample, tools)) {
    const holds = answerTest(answers.filter(isDistinctive));
    answering.push(found.find(({ text }) => holds(text))?.article);
    near.push(
      found.slice(0, PARAGRAPH_NEAR * 3).find(({ article }) => !holds(`${article.title}\n${article.text}`))
        ?.article,
    );
  }
  return HANDFULS.flatMap(([size, together]) =>
    handfuls(sample, { answering, near }, size, together, MOST_IN_HANDFULS),
  );
}

function lookUp(
  corpus: AskedCorpus,
  tools: AskingTools,
): { found: { text: string; article: Article }[]; answers: readonly string[] }[] {
  const found: { text: string; article: Article }[][] = [];
  // An index makes articles anew; those of the corpus are asked for.
  const byId = new Map(corpus.articles.map((article) => [article.id, article]));
  askCorpus(
    {
      ...corpus,
      questions: corpus.questions.map((question, i) => ({
        ...question,
        isRight: (text, article) => {
          found[i] ??= [];
          found[i].push({ text, article: byId.get(article.id) ?? article });
          return false;
        },
      })),
    },
    tools,
  );
  return corpus.questions.map(({ answers = [] }, i) => ({ found: found[i] ?? [], answers }));
}

/** All of it as one matrix. */
export async function collectKinds(sources: Sources, only?: readonly string[]): Promise<Matrix> {
  const matrices: Matrix[] = [];
  for (const part of partsOf(sources.data, sources)) {
    if (only !== undefined && !only.includes(part.name)) continue;
    const block = await sources.cache.block(part.name, keyOf(sources.code, COLUMNS), async () => {
      sources.say(`asking ${part.name}`);
      const entries = (await part.corpora()).flatMap((corpus) => askCorpus(corpus, sources));
      sources.say(`asked ${part.name}: ${entries.length} questions`);
      return toBlock(buildMatrix(COLUMNS, entries));
    });
    matrices.push(fromBlock(block));
  }
  return stackMatrices(matrices);
}
