import { createInterface } from 'node:readline/promises';
import type { CalendarDate } from '../../corpus/article.ts';
import type { Snapshot } from '../../library/index.ts';
import { answerToText } from '../printing/answer-text.ts';

interface ChatOptions {
  readonly library: { current(): Snapshot };
  /** The day that "this week" counts from. */
  readonly today: () => CalendarDate;
  readonly input?: NodeJS.ReadableStream;
  readonly output?: NodeJS.WritableStream;
}

const HELP = `Type a question, for example: who is Rami Al-Shaer
/ask QUESTION   the same
/sources        the articles
/help           this
/quit           the end (or Ctrl+D)
`;

/** Passages shown for a question in the chat. */
const TOP = 3;

/** A conversation in the terminal: a question or a slash command a line, until the input ends or "/quit". */
export async function startChat({
  library,
  today,
  input = process.stdin,
  output = process.stdout,
}: ChatOptions): Promise<void> {
  const colour = 'isTTY' in output && output.isTTY === true;
  const lines = createInterface({ input, output, prompt: '› ', terminal: colour });
  const { articles, sentenceCount } = library.current();
  let closed = false;
  lines.once('close', () => {
    closed = true;
  });
  const prompt = () => {
    if (!closed) lines.prompt();
  };
  output.write(`${articles.length} articles, ${sentenceCount} sentences. ${HELP}`);
  prompt();
  for await (const line of lines) {
    const reply = replyTo(line.trim(), library.current(), { colour, asked: today() });
    if (reply === undefined) break;
    output.write(reply);
    prompt();
  }
  lines.close();
}

/** What the chat says to one line; undefined ends it. */
export function replyTo(
  line: string,
  snapshot: Snapshot,
  { colour, asked }: { readonly colour: boolean; readonly asked: CalendarDate },
): string | undefined {
  const [command = '', ...rest] = line.split(/\s+/);
  if (line === '') return '';
  if (command === '/quit' || command === '/exit') return undefined;
  if (command === '/help') return HELP;
  if (command === '/sources') return `${snapshot.articles.map(({ title }) => `- ${title}`).join('\n')}\n`;
  if (command.startsWith('/') && command !== '/ask') return `There is no ${command} here. ${HELP}`;
  const question = command === '/ask' ? rest.join(' ').replace(/^question:\s*/, '') : line;
  return answerToText(snapshot.ask(question, { top: TOP, asked }), { colour });
}
