import { describe, expect, test } from 'vitest';
import type { Article, CalendarDate } from '../../../src/corpus/article.ts';
import { engineOf, focusOf, passagesOf, sentenceOf } from '../stage.ts';

/** The first sentence and its bold words for a question over some articles. */
function ask(
  question: string,
  ...articles: readonly (string | (Partial<Article> & Pick<Article, 'text'>))[]
) {
  const answer = engineOf(...articles).ask(question, { top: 1 });
  const [first] = passagesOf(answer);
  return {
    kind: answer.kind,
    sentence: first && sentenceOf(first),
    bold: first && focusOf(first),
  };
}

describe('of several descriptions the one that most articles share', () => {
  const JUDGE = 'The hearing of Circuit Judge Nora Teal began on Monday in Vellmark.';
  const ALSO = 'Nora Teal, a circuit judge from Vellmark, answered for nine hours.';
  const DETAIL = 'Nora Teal, who has two degrees of the same school, smiled.';
  test('a kind, not a detail', () => {
    const { bold } = ask('who is Nora Teal', DETAIL, JUDGE, ALSO);
    expect(bold?.toLowerCase()).toContain('circuit judge');
  });

  test('not the next one of a list', () => {
    const list = 'It was signed by Nora Teal, Senator Abel Oro and the mayor.';
    expect(ask('who is Nora Teal', list, ALSO).bold).toBe('a circuit judge from Vellmark');
  });

  test('not what a cast list says of others', () => {
    const cast = 'With Nora Teal, Max Orr (the butler) and Ida Fenn (the cook).';
    expect(ask('who is Nora Teal', cast, ALSO).bold).toBe('a circuit judge from Vellmark');
  });
});

describe('the newest, when the role has changed', () => {
  const on = (published: CalendarDate, text: string) => ({ published, text });
  test('a minister who became prime minister', () => {
    const { bold } = ask(
      'who is Ida Fenn',
      on('2022-02-01', 'Finance Minister Ida Fenn raised the tax on salt.'),
      on('2022-03-05', 'Finance Minister Ida Fenn spoke of bread.'),
      on('2022-11-01', 'Prime Minister Ida Fenn opened the harbour.'),
      on('2022-11-20', 'Prime Minister Ida Fenn went to Vellmark.'),
    );
    expect(bold).toBe('Prime Minister');
  });
});

describe('things, places, and names that are hardly explained', () => {
  test.each([
    ['what is vellmark', 'The town of Vellmark lies in the north.', 'town'],
    ['what is Dorsa', 'They live in Dorsa province.', 'province'],
    [
      'what is the HMRS',
      'They sent High Mobility Rocket Systems, or HMRS, to the front.',
      'High Mobility Rocket Systems',
    ],
    ['what is greenpox', 'A rare disease called greenpox came back.', 'A rare disease'],
    ['who is Kay Lund', 'Iowa guard Kay Lund scored forty.', 'Iowa guard'],
    ['who is lund', 'Iowa guard Kay Lund scored forty.', 'Iowa guard'],
    ['what are neurons', 'Neurons are cells that carry signals.', 'cells that carry signals'],
  ])('%s', (question, text, bold) => {
    expect(ask(question, text, 'The sea was calm that day.').bold?.toLowerCase()).toContain(
      bold.toLowerCase(),
    );
  });

  test('a name that is only met with what it does', () => {
    const { kind, sentence } = ask(
      'who is Ada Quill',
      'Ada Quill repairs the old cranes.',
      'The sea was calm.',
    );
    expect(sentence).toBe('Ada Quill repairs the old cranes.');
    expect(kind).toBe('answer');
  });

  test('a person whose role stands in the headline only', () => {
    const { sentence } = ask(
      'who is Ada Quill',
      { title: 'Harbour engineer Ada Quill leaves', text: 'She was tired. Ada Quill left on Monday.' },
      'Tomorrow Ada Quill and others will be asked again in the town.',
    );
    expect(sentence).toBe('Ada Quill left on Monday.');
  });
});
