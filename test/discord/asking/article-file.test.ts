import { expect, it } from 'vitest';
import { articleFileView, sameInView } from '../../../src/discord/asking/article-file.ts';
import { viewProblems } from '../../../src/discord/replies/check-view.ts';
import { ARTICLES, makeArticle, makePassage } from '../articles.ts';
import { textsOf } from '../views/parts.ts';
import { EN } from '../words/all.ts';

const [bridge = makeArticle()] = ARTICLES;

it('an article is sent whole, with its facts and the quote marked', () => {
  const view = articleFileView(makePassage(bridge, 'It reopened on Monday.'), EN);
  const [file] = view.files ?? [];
  expect(file?.name).toBe('The-old-bridge-reopens.txt');
  expect(String(file?.data)).toBe(
    'The old bridge reopens\nThe Harbour Post\nI. Vane\n2021-08-05\nhttps://harbour.example/bridge_(old)\n\n' +
      'The bridge was built in 1842.\n\n▶It reopened on Monday.◀ Mayor Ada Quill cut the ribbon.\n',
  );
  expect(viewProblems(view)).toEqual([]);
});

it('the other articles that say the same are listed, as many as there is room for', () => {
  const others = Array.from({ length: 40 }, (_, n) =>
    makeArticle({ id: `a${n}`, title: `Article ${n} ${'x'.repeat(140)}` }),
  );
  const view = sameInView(makePassage(bridge, 'It reopened on Monday.', undefined, others), EN);
  expect(textsOf(view)[0]).toMatch(/^The same is said in:\n- Article 0 /);
  expect(textsOf(view)[0]).toMatch(/\n… and \d+ more$/);
  expect(viewProblems(view)).toEqual([]);
});
