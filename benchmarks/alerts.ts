import { parseArgs } from 'node:util';
import { ALERT_DEFAULTS } from '../src/alerts/alert-defaults.ts';
import { bestPassage, matchArticles } from '../src/alerts/match-articles.ts';
import { planStories } from '../src/alerts/plan-stories.ts';
import { isRoundUp, storyTerms } from '../src/alerts/stories.ts';
import { openLibrary } from '../src/library/index.ts';
import type { Told } from '../src/state/feeds/follows.ts';

/*
 * What followers of 40 topics would have been told of a year's news, in the order of publication: counts, and messages
 * by chance to be read by eye. node benchmarks/alerts.ts --corpus news-2022.jsonl.gz [--sample 100] [--topic NAME, to see all of its messages]
 */
const TOPICS = [
  'Volodymyr Zelensky',
  'Liz Truss',
  'Rishi Sunak',
  'Boris Johnson',
  'Queen Elizabeth',
  'King Charles',
  'Elon Musk',
  'Twitter',
  'monkeypox',
  'Shinzo Abe',
  'Sri Lanka',
  'Shanghai',
  'Nancy Pelosi',
  'Taiwan',
  'Roe v. Wade',
  'Johnny Depp',
  'Will Smith',
  'Wordle',
  'James Webb telescope',
  'Artemis',
  'Novak Djokovic',
  'Serena Williams',
  'World Cup',
  'Qatar',
  'FTX',
  'Hurricane Ian',
  'Pakistan',
  'Mikhail Gorbachev',
  'Xi Jinping',
  'Lula',
  'Mahsa Amini',
  'Uvalde',
  'Ketanji Brown Jackson',
  'Brittney Griner',
  'Kyiv',
  'inflation',
  'NATO',
  'Tonga',
  'Novavax',
  'Disney',
];

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    sample: { type: 'string', default: '100' },
    topic: { type: 'string' },
  },
});
if (values.corpus === undefined) throw new Error('Give a .jsonl file of dated articles with --corpus');
const library = await openLibrary({ corpus: values.corpus });
const snapshot = library.current();
const terms = (text: string) => library.terms(text);
const dated = snapshot.articles.filter(({ published }) => published !== undefined);
const all = new Set(dated);

interface Message {
  readonly topic: string;
  readonly title: string;
  readonly published: string;
  readonly quote: string;
  readonly reason: string;
  articles: string[];
}
const messages: Message[] = [];
let mentions = 0;
let speaking = 0;
const started = performance.now();
for (const topic of TOPICS) {
  mentions += snapshot.articlesAbout(topic, all).size;
  const matches = matchArticles(snapshot, topic, all, terms);
  speaking += matches.length;
  const byId = new Map(matches.map((match) => [match.article.id, match]));
  const inOrder = matches.toSorted((a, b) =>
    (a.article.published ?? '') < (b.article.published ?? '') ? -1 : 1,
  );
  let told: Told = { stories: [], sent: [] };
  const own = new Map<string, Message>();
  for (const match of inOrder) {
    const { id, published = '', title } = match.article;
    const telling = {
      path: id,
      terms: storyTerms(match, snapshot.sentencesOf(match.article), topic, terms),
      isRoundUp: isRoundUp(title),
    };
    // Everything is sent at once here: the bounds are not what is measured.
    told = { ...planStories({ when: 'daily' }, told, [telling], Date.parse(published)), sent: [] };
    told = { ...told, stories: told.stories.map((story) => ({ ...story, state: 'told' as const })) };
    const story = told.stories.find(({ paths }) => paths.includes(id));
    const first = own.get(story?.paths[0] ?? '');
    if (first !== undefined) {
      first.articles.push(title);
      continue;
    }
    const { start, end } = bestPassage(snapshot, match, topic);
    const quote = match.article.text.slice(start, end);
    const reason = `${match.inTitle ? 'title, ' : ''}${match.sentences.length} of ${snapshot.sentencesOf(match.article).length}, first ${match.sentences[0]}`;
    own.set(id, { topic, title, published, quote, reason, articles: [] });
  }
  messages.push(...own.values());
  if (topic === values.topic)
    for (const { published, title, articles } of own.values())
      process.stdout.write(
        `  ${published} ${title}${articles.map((other) => `\n    + ${other}`).join('')}\n`,
      );
  process.stdout.write(`${topic}: ${byId.size} articles, ${own.size} messages\n`);
}
const ms = performance.now() - started;
process.stdout.write(
  `${dated.length} dated articles, ${TOPICS.length} topics: ${mentions} mention one, ${speaking} speak of one, ${messages.length} messages; ${Math.round(ms / TOPICS.length)} ms a topic; share of a story ${ALERT_DEFAULTS.sameStory}\n\n`,
);
const step = Math.max(1, messages.length / Number(values.sample));
for (let i = step / 2; i < messages.length; i += step) {
  const message = messages[Math.floor(i)];
  if (message === undefined) continue;
  const { topic, title, published, quote, reason, articles } = message;
  process.stdout.write(
    `[${topic}] ${published} ${title} (${reason})\n    “${quote.replaceAll('\n', ' / ')}”\n`,
  );
  for (const other of articles.slice(0, 4)) process.stdout.write(`    + ${other}\n`);
}
await library.close();
