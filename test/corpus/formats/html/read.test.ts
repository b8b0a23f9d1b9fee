import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../../src/corpus/cleaning/clean-text.ts';
import { parsePage } from '../../../../src/corpus/formats/html/dom.ts';
import { blockText } from '../../../../src/corpus/formats/html/html-lines.ts';
import { pageMetadata } from '../../../../src/corpus/formats/html/metadata/page-metadata.ts';
import { articleText, readHtml } from '../../../../src/corpus/formats/html/read.ts';
import { BODY } from '../../folder.ts';

const paragraphs = BODY.split('\n\n');
const page = (head: string, body: string) =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const bytes = (html: string) => new TextEncoder().encode(html);

describe('the article is told from the page', () => {
  const [first = '', second = '', third = ''] = paragraphs;
  const around = (extra: string) =>
    page(
      '',
      `<div id="wrap"><h1>Pier</h1><article><p>${first}</p><p>${second}</p>${extra}<p>${third}</p></article></div>`,
    );

  test.each([
    ['navigation', '<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>'],
    [
      'a caption',
      '<figure><img src="a.jpg"><figcaption>The pier, seen from the sea on Monday</figcaption></figure>',
    ],
    ['a caption by its class', '<div class="photo-caption">The pier, seen from the sea on Monday</div>'],
    ['a share bar', '<div class="socialShare"><a href="/s">Share</a> <a href="/t">Tweet</a></div>'],
    ['a newsletter box', '<div class="newsletter-signup"><p>Get the news every morning.</p></div>'],
    [
      'related links',
      '<ul><li><a href="/1">The pier that was</a></li><li><a href="/2">Storms of the north</a></li></ul>',
    ],
    ['a link that leads elsewhere', '<p><a href="/1">WATCH: the pier falls into the sea</a></p>'],
    [
      'an author box',
      '<div class="author-bio"><p>Jon Moe writes about the sea and lives in Vellmark.</p></div>',
    ],
    ['a form', '<form><label>Your e-mail</label><input></form>'],
    ['a script', '<script>var text = "not an article";</script>'],
    ['hidden words', '<span class="visually-hidden">Image source</span>'],
  ])('%s is left out', (_, extra) => {
    expect(cleanText(articleText(around(extra)), { title: 'Pier' }).text).toBe(BODY);
  });

  test.each([
    [
      'a quotation',
      '<blockquote><p>We will build it again, stone by stone.</p></blockquote>',
      'We will build it again, stone by stone.',
    ],
    ['a heading', '<h2>The repairs</h2>', 'The repairs'],
    [
      'a list',
      '<ul><li>Two boats were lost.</li><li>Nobody was hurt.</li></ul>',
      'Two boats were lost.\nNobody was hurt.',
    ],
    [
      'a linked name',
      `<p>The storm, said <a class="tag" rel="tag" href="/moe">Jon Moe</a>, was the worst that the harbour town had seen in years.</p>`,
      'The storm, said Jon Moe, was the worst that the harbour town had seen in years.',
    ],
    [
      'a paragraph that ends with a link',
      '<p>More is known about the storm, <a href="/s">said the institute.</a></p>',
      'More is known about the storm, said the institute.',
    ],
  ])('%s stays', (_, extra, text) => {
    expect(cleanText(articleText(around(extra)), { title: 'Pier' }).text).toBe(
      `${first}\n\n${second}\n\n${text}\n\n${third}`,
    );
  });

  test('an article in a box with a bad name is found all the same', () => {
    const html = page(
      '',
      `<div class="sidebar related">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div>`,
    );
    expect(cleanText(articleText(html)).text).toBe(BODY);
  });

  test('paragraphs in boxes of their own with a bad name are found all the same', () => {
    const boxes = paragraphs.map((text) => `<div class="text-date-box"><p>${text}</p></div>`);
    const more = Array.from(
      { length: 5 },
      (_, i) => `<p>Filler paragraph ${i} of the page, which is as long as any other.</p>`,
    );
    expect(articleText(page('', `<main>${boxes.join('')}<div>${more.join('')}</div></main>`))).toContain(
      paragraphs[1],
    );
  });

  test('a page without an article is an error that says what to do', () => {
    expect(readHtml(bytes(page('', '<nav><a href="/">Home</a></nav>')), 'a.html').problems).toMatchObject([
      { severity: 'error', path: 'a.html', message: 'No article was found in the page.' },
    ]);
  });
});

test.each([
  ['blocks stand apart', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['inline elements do not', '<p>On<b>e</b> <i>two</i></p>', 'One two'],
  ['a line break ends a line', '<p>One<br>Two</p>', 'One\nTwo'],
  [
    'cells of a row stand on one line',
    '<table><tr><td>One</td><td>Two</td></tr><tr><td>Three</td></tr></table>',
    'One Two\n\nThree',
  ],
  ['entities are characters', '<p>Br&uuml;cke &amp; Kai&nbsp;1</p>', 'Brücke & Kai 1'],
])('text: %s', (_, html, text) => {
  expect(blockText(parsePage(page('', html)))).toBe(text);
});

describe('what a page says about itself', () => {
  const of = (head: string, body = '') => pageMetadata(parsePage(page(head, body)));
  const json = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

  test('schema.org, in a graph', () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', name: 'Vellmark Post' },
        {
          '@type': ['NewsArticle'],
          headline: 'Pier &amp; storm',
          author: [{ '@type': 'Person', name: 'Jon Moe' }, { name: 'Ilse Brandt' }],
          publisher: { name: 'Vellmark Post' },
          datePublished: '2021-08-02T09:00:00+02:00',
          url: 'https://example.org/pier',
        },
      ],
    };
    expect(of(json(data))).toEqual({
      title: 'Pier & storm',
      publisher: 'Vellmark Post',
      authors: ['Jon Moe', 'Ilse Brandt'],
      url: 'https://example.org/pier',
      published: '2021-08-02',
      tags: [],
    });
  });

  test('Open Graph and the canonical address', () => {
    const head =
      '<meta property="og:title" content="Pier and storm | Vellmark Post"><meta property="og:site_name" content="Vellmark Post">' +
      '<meta name="author" content="Jon Moe"><meta property="article:published_time" content="2021-08-02">' +
      '<link rel="canonical" href="https://example.org/pier">';
    expect(of(head)).toMatchObject({
      title: 'Pier and storm',
      publisher: 'Vellmark Post',
      authors: ['Jon Moe'],
      url: 'https://example.org/pier',
      published: '2021-08-02',
    });
  });

  test('what stands on the page', () => {
    const body = '<h1>Pier and storm</h1><time class="published" datetime="2021-08-02T09:00">Monday</time>';
    expect(of('<title>Home</title>', body)).toEqual({
      title: 'Pier and storm',
      authors: [],
      published: '2021-08-02',
      tags: [],
    });
  });

  test.each([
    ['nothing', ''],
    ['JSON-LD that is no JSON', '<script type="application/ld+json">{ nope</script>'],
    ['a date that cannot be', '<meta property="article:published_time" content="2021-02-31">'],
    ['an author that is an account', '<meta name="author" content="admin">'],
    ['an author that is an address', '<meta property="article:author" content="https://example.org/moe">'],
  ])('%s leaves the facts unknown', (_, head) => {
    expect(of(head)).toEqual({ authors: [], tags: [] });
  });
});

test('the character set that the page names is used', () => {
  const html = page(
    '<meta charset="windows-1251"><title>x</title>',
    `<p>MARK</p>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`,
  );
  const moscow = Uint8Array.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]);
  const [before = '', after = ''] = html.split('MARK');
  const { drafts, problems } = readHtml(Buffer.concat([bytes(before), moscow, bytes(after)]), 'a.html');
  expect(drafts[0]?.text).toContain('Москва');
  expect(problems).toEqual([]);
});
