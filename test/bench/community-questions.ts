import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Communities = z.record(
  z.string(),
  z.object({
    questions: z.array(
      z.object({
        q: z.string(),
        answerable: z.boolean(),
        /** A quote is right when it holds one of these; `/…/` is a pattern. */
        answers: z.array(z.string()),
        /** A pattern of the articles that may answer. */
        file: z.string().optional(),
      }),
    ),
  }),
);

/** A question that a member asks of a community's own folder. */
export interface CommunityQuestion {
  readonly text: string;
  /** False: nothing in the folder answers it. */
  readonly answerable: boolean;
  /** Whether a quote out of an article answers it. */
  readonly isRight: (quote: string, articleId: string) => boolean;
}

/** The questions of each community, by its folder in `communities/`. */
export async function readCommunityQuestions(data: string): Promise<Map<string, CommunityQuestion[]>> {
  const file = await readFile(join(data, 'communities', 'questions.json'), 'utf8');
  const communities = Communities.parse(JSON.parse(file));
  return new Map(
    Object.entries(communities).map(([name, { questions }]) => [
      name,
      questions.map(({ q, answerable, answers, file: files }): CommunityQuestion => {
        const holds = answers.map(answerTest);
        const isOf = files === undefined ? undefined : new RegExp(files);
        return {
          text: q,
          answerable,
          isRight: (quote, article) =>
            (isOf === undefined || isOf.test(article)) && holds.some((test) => test(quote)),
        };
      }),
    ]),
  );
}

function answerTest(answer: string): (quote: string) => boolean {
  const pattern = /^\/(.+)\/$/.exec(answer)?.[1];
  if (pattern === undefined) return (quote) => plainText(quote).includes(plainText(answer));
  const expression = new RegExp(pattern, 'i');
  return (quote) => expression.test(plainText(quote));
}

/** A text without emphasis, link markup and the shapes of its quotation marks, in lower case. */
export function plainText(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\u2011/g, '-')
    .replace(/\u00a0/g, ' ')
    .replace(/[*_`]/g, '')
    .replace(/\[\[(?:[^[\]|]{0,300}\|)?([^[\]|]{0,300})\]\]/g, '$1')
    .replace(/\[([^[\]]{0,300})\]\([^()]{0,2000}\)/g, '$1')
    .replace(/'{2,5}/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
