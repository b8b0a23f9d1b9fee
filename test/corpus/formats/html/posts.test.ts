import { expect, test } from 'vitest';
import { readHtml } from '../../../../src/corpus/formats/html/read.ts';

const WORDS =
  'The ferry Marigold ran aground on the Tarn bank shortly before dawn, and all forty-one people were taken off. ';

function read(body: string) {
  const page = `<html lang="en"><head><title>Ferry, live</title><link rel="canonical" href="https://example.org/live"></head><body><h1>Ferry, live</h1>${body}</body></html>`;
  return readHtml(new TextEncoder().encode(page), 'a.html').drafts.map(({ metadata, text }) => ({
    title: metadata.title,
    published: metadata.published,
    url: metadata.url,
    text: text.slice(0, 40),
  }));
}

test('posts of a live blog have their own days and addresses', () => {
  const post = (id: string, day: string, words: string) =>
    `<article id="${id}"><time datetime="${day}T10:15:00Z">10:15</time><p>${words}</p><p>${WORDS}</p></article>`;
  expect(
    read(
      post('p2', '2021-03-04', 'Yesterday the light failed.') +
        post('p1', '2021-03-03', 'The light failed today.'),
    ),
  ).toEqual([
    {
      title: 'Ferry, live',
      published: '2021-03-04',
      url: 'https://example.org/live#p2',
      text: expect.stringContaining('Yesterday the light'),
    },
    {
      title: 'Ferry, live',
      published: '2021-03-03',
      url: 'https://example.org/live#p1',
      text: expect.stringContaining('The light failed'),
    },
  ]);
});

test('articles shown whole on one page are articles of their own', () => {
  const article = (name: string, day: string) =>
    `<article><h2><a href="/${name}">The ${name}</a></h2><time datetime="${day}">${day}</time><p>${WORDS.repeat(4)}</p></article>`;
  expect(read(article('hull', '2021-03-05') + article('light', '2021-03-03'))).toMatchObject([
    { title: 'The hull', published: '2021-03-05', url: 'https://example.org/hull' },
    { title: 'The light', published: '2021-03-03', url: 'https://example.org/light' },
  ]);
});

const story = `<article><time datetime="2021-03-03">3 March</time>${`<p>${WORDS}</p>`.repeat(8)}</article>`;

test.each([
  ['one article alone', story],
  [
    'teasers below an article',
    story +
      `<article><h3><a href="/b">The hull</a></h3><time datetime="2021-01-01"></time><p>${WORDS}</p></article>`.repeat(
        3,
      ),
  ],
  [
    'comments below an article',
    `${story}<section class="comments">${`<article id="c"><time datetime="2021-03-04"></time><p>${WORDS.repeat(3)}</p></article>`.repeat(3)}</section>`,
  ],
])('%s are one article', (_, body) => {
  expect(read(body)).toMatchObject([{ title: 'Ferry, live', url: 'https://example.org/live' }]);
});
