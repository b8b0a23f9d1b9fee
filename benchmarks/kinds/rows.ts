import {
  type AskedCorpus,
  readCommunities,
  readEveryday,
  readNews,
  readSquad,
  readTitled,
} from '../../training/kinds.ts';
import { everyNth, withOthers } from '../../training/variants.ts';

/** A row of the table: corpora of one kind, each with questions that it answers and questions that it does not. */
export interface KindRow {
  readonly name: string;
  /** What the questions are called in the training data, to leave the row out. */
  readonly kind: string;
  corpora(): Promise<AskedCorpus[]>;
}

/** All kinds of corpora and questions but the quizzes, which have tables of their own. */
export function kindRows(data: string): KindRow[] {
  const google = (part: string) => readTitled(data, 'google', part);
  return [
    {
      name: 'what people typed into Google, over Wikipedia paragraphs',
      kind: 'google',
      async corpora() {
        const [a, b] = [await google('a'), await google('b')];
        return [withOthers(a, b.questions), withOthers(b, a.questions)];
      },
    },
    {
      name: "experts' questions over papers",
      kind: 'science',
      corpora: async () => [
        withOthers(await readTitled(data, 'science', 'a'), everyNth((await google('a')).questions, 2)),
      ],
    },
    {
      name: 'SQuAD 2.0, half of the questions only seem to have an answer',
      kind: 'squad',
      corpora: async () => [readSquad(data)],
    },
    {
      name: "everyday questions over a year's news, and the other year's quiz",
      kind: 'everyday',
      async corpora() {
        const years = ['2022', '2024'];
        const news = await Promise.all(years.map((year) => readNews(data, year)));
        return Promise.all(
          news.map(async (corpus, i) =>
            withOthers(
              {
                ...corpus,
                name: `everyday ${years[i]}`,
                questions: await readEveryday(data, years[i] ?? ''),
              },
              everyNth(news[1 - i]?.questions ?? [], 8),
            ),
          ),
        );
      },
    },
    {
      name: "members' questions over a wiki, a help site, a textbook",
      kind: 'communities',
      corpora: () => readCommunities(data),
    },
  ];
}
