import type { Answer, Passage } from '../../answer/answer.ts';
import { quotedLines, quoteText, whereOf } from '../../answer/passage/quoted-lines.ts';

/** An answer as `footnote ask --json` prints it; of a "no answer" the closest passages are given. */
export function answerToJson(answer: Answer, ms: number): Record<string, unknown> {
  const passages = answer.kind === 'answer' ? answer.passages : answer.closest;
  return {
    question: answer.question,
    answered: answer.kind === 'answer',
    confidence: round(answer.confidence, 4),
    ...(answer.kind === 'answer' ? { level: answer.level } : { reason: answer.reason }),
    ...(answer.didYouMean === undefined ? {} : { didYouMean: answer.didYouMean }),
    passages: passages.map(passageToJson),
    ms: round(ms, 2),
  };
}

function passageToJson(passage: Passage): Record<string, unknown> {
  const { article, start, end, sentence, focus, score, label, alsoIn } = passage;
  const where = whereOf(passage);
  const slices = quotedLines(passage).flatMap((line) => line.slices.map(({ span }) => span));
  return {
    quote: quoteText(passage),
    sentence: article.text.slice(...sentence),
    focus: focus === undefined ? null : article.text.slice(...focus),
    score: round(score, 4),
    ...(label === undefined ? {} : { label }),
    article: {
      id: article.id,
      title: article.title,
      publisher: article.publisher ?? null,
      url: article.url ?? null,
      published: article.published ?? null,
    },
    ...(where.length === 0 ? {} : { where }),
    start,
    end,
    ...(slices.length === 1 ? {} : { slices }),
    alsoIn: alsoIn.map(({ id, title, url }) => ({ id, title, url: url ?? null })),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
