import type { Snapshot } from '../../library/index.ts';
import { withoutLastWord } from '../../text/trim-ends.ts';
import type { Choice } from '../command.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { oneLine } from '../replies/fit-text.ts';

const DEFAULTS = {
  /** Words at the end of what was typed that may be the begin of a name. */
  nameWords: 3,
  /** Characters that are looked at; a longer question has no name begun at its end that a choice had room for. */
  typed: 200,
  names: 12,
  /** Questions that were answered well; they come first. */
  answered: 5,
} as const;

/**
 * Questions to choose from while someone types one: those with the typed words that were answered well, then the name that is being typed completed, from the longest ending
 * that begins one, and then titles of articles with the typed words.
 * @param answered questions whose answers people of the server found right
 */
export function questionChoices(snapshot: Snapshot, typed: string, answered: readonly string[]): Choice[] {
  const text = oneLine(typed.slice(0, DEFAULTS.typed));
  const questions = [
    ...withWords(answered, text),
    ...nameQuestions(snapshot, text),
    ...titleQuestions(snapshot, text),
  ];
  const fitting = questions.filter((question) => question.length <= LIMITS.choiceText);
  return [...new Set(fitting)]
    .slice(0, LIMITS.choices)
    .map((question) => ({ name: question, value: question }));
}

/** Those in which each typed word begins one. */
function withWords(questions: readonly string[], text: string): string[] {
  const typed = wordsOf(text);
  return questions
    .map(oneLine)
    .filter((question) => {
      const words = wordsOf(question);
      return typed.every((begin) => words.some((word) => word.startsWith(begin)));
    })
    .slice(0, DEFAULTS.answered);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function nameQuestions(snapshot: Snapshot, text: string): string[] {
  const words = text.split(' ').filter(Boolean);
  for (let count = Math.min(DEFAULTS.nameWords, words.length); count > 0; count--) {
    const before = words.slice(0, -count).join(' ');
    const found = snapshot.names(words.slice(-count).join(' '), DEFAULTS.names);
    if (found.length > 0) return found.map(({ name }) => asked(before, name));
  }
  return words.length === 0 ? snapshot.names('', DEFAULTS.names).map(({ name }) => asked('', name)) : [];
}

/** A name of several words is most often a person's; one word alone may be anything. */
function asked(before: string, name: string): string {
  if (before !== '') return `${before} ${name}`;
  return name.includes(' ') ? `who is ${name}` : name;
}

function titleQuestions(snapshot: Snapshot, text: string): string[] {
  return snapshot.catalog.find(text, LIMITS.choices).map(({ title }) => wholeWords(oneLine(title)));
}

/** A title without its end is still something to ask with; an ellipsis in it would not be. */
function wholeWords(title: string): string {
  if (title.length <= LIMITS.choiceText) return title;
  return withoutLastWord(title.slice(0, LIMITS.choiceText + 1));
}
