import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainArticle } from '../../training/kinds.ts';
import { ownFile, ownLine, withOwnQuestions } from '../../training/own-questions.ts';

const NAMES = ['openttd', 'obsidian', 'psychology'];

function linesOf(name: string) {
  return readFileSync(ownFile(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => ownLine.parse(JSON.parse(line)));
}

describe.each(NAMES)('our questions to %s', (name) => {
  it('are each asked once, some of them without an answer', () => {
    const lines = linesOf(name);
    expect(new Set(lines.map(({ q }) => q)).size).toBe(lines.length);
    expect(lines.filter(({ answers }) => answers.length === 0).length).toBeGreaterThan(9);
  });

  it('have patterns that can be read, and of less than ten words', () => {
    for (const { q, answers, file } of linesOf(name)) {
      expect(() => new RegExp(file ?? ''), q).not.toThrow();
      for (const answer of answers) {
        if (answer.startsWith('/')) expect(() => new RegExp(answer.slice(1, -1)), q).not.toThrow();
        else expect(answer.split(' ').length, q).toBeLessThan(10);
      }
    }
  });
});

describe('a corpus is asked them', () => {
  const corpus = { kind: 'communities', articles: [], questions: [] };

  it('under a name of their own, and an answer counts only in the files that a question names', async () => {
    const [asked] = await withOwnQuestions({ ...corpus, name: 'psychology' });
    expect(asked?.name).toBe('psychology, own questions');
    const question = asked?.questions.find(({ question }) => question === 'what is groupthink');
    const sentence = 'Groupthink is the modification of the opinions of members of a group.';
    const [section, references] = ['Conformity.md', 'Introduction.md'].map((id) =>
      plainArticle(id, 'Conformity', sentence),
    );
    if (section === undefined || references === undefined) throw new Error('two articles were made');
    expect(question?.isRight?.(sentence, section)).toBe(true);
    expect(question?.isRight?.(sentence, references)).toBe(false);
    expect(question?.isRight?.('How do you know when groupthink is occurring?', section)).toBe(false);
  });

  it('with nothing to be right where nothing answers', async () => {
    const [asked] = await withOwnQuestions({ ...corpus, name: 'psychology' });
    expect(
      asked?.questions.find(({ question }) => question === 'who was freuds wife')?.isRight,
    ).toBeUndefined();
  });

  it('or nothing, where we wrote none', async () => {
    expect(existsSync(ownFile('some wiki'))).toBe(false);
    expect(await withOwnQuestions({ ...corpus, name: 'some wiki' })).toEqual([]);
  });
});
