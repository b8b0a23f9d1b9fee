import type { Answer } from '../../answer/answer.ts';
import { escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { clip, oneLine } from '../replies/fit-text.ts';
import type { Words } from '../words/words.ts';
import type { AnswerPlace } from './answer-marks.ts';

const DEFAULTS = {
  /** Characters before escaping. */
  question: 200,
  suggestion: 200,
} as const;

/** What was asked, as it was typed and as it was understood, and what it was narrowed to; Markdown. */
export function questionText({ question }: Answer, { notice, narrowed, typed, words }: AnswerPlace): string {
  const asked = escapeMarkdown(clip(oneLine(question), DEFAULTS.question));
  const shown = typed === undefined ? asked : escapeMarkdown(clip(oneLine(typed), DEFAULTS.question));
  const lines = [
    ...(notice === undefined ? [] : [notice]),
    ...(shown === '' ? [] : [`**${shown}**`]),
    ...(typed === undefined ? [] : [words.say('followUp.understood', { question: asked })]),
    ...(narrowed === undefined ? [] : [subtext(narrowed)]),
  ];
  return lines.join('\n') || '**…**';
}

/** The question that may be meant. */
export function didYouMean(suggestion: string, words: Words): string {
  const question = escapeMarkdown(clip(oneLine(suggestion), DEFAULTS.suggestion));
  return words.say('answer.didYouMean', { question });
}
