import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../src/corpus/cleaning/clean-text.ts';
import { readDocx } from '../../../src/corpus/formats/docx/read.ts';
import { readFeed } from '../../../src/corpus/formats/feed/read.ts';
import { readJson } from '../../../src/corpus/formats/json.ts';
import { readPdf } from '../../../src/corpus/formats/pdf/read.ts';
import { docxOf, pdfOf, zipOf } from '../fixtures.ts';
import { BODY } from '../folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('JSON', () => {
  test.each([
    ['one article', { title: 'Pier', text: BODY }, [false]],
    [
      'a list',
      [
        { title: 'Pier', text: BODY },
        { title: 'Pier', text: BODY },
      ],
      [true, true],
    ],
    ['an object with a list', { articles: [{ title: 'Pier', text: BODY }] }, [true]],
  ])('%s', (_, value, fromExport) => {
    const { drafts, problems } = readJson(bytes(JSON.stringify(value)), 'a.json');
    expect(drafts.map((draft) => draft.fromExport)).toEqual(fromExport);
    expect(drafts.every((draft) => draft.text === BODY && draft.metadata.title === 'Pier')).toBe(true);
    expect(problems).toEqual([]);
  });

  test.each([
    ['no JSON', '{\n "title": "Pier",\n "text": nope }', /not valid JSON/, 3],
    ['an empty list', '[]', /no article/, undefined],
    ['an entry without text', '[{"title":"Pier"}]', /no "text"/, 1],
    ['an entry that is a number', '[7]', /Entry 1 is not an object/, undefined],
  ])('%s is reported', (_, text, message, line) => {
    const [problem] = readJson(bytes(text), 'a.json').problems;
    expect(problem?.message).toMatch(message);
    expect(problem?.line).toBe(line);
  });
});

describe('feeds', () => {
  test('RSS', () => {
    const xml = `<?xml version="1.0"?><rss xmlns:content="c" xmlns:dc="d"><channel><title>Vellmark Post</title><item>
      <title>Pier &amp; storm</title><link>https://example.org/pier</link><pubDate>Mon, 02 Aug 2021 10:00:00 GMT</pubDate>
      <dc:creator>Jon Moe</dc:creator><description>Short.</description>
      <content:encoded><![CDATA[<p>First paragraph.</p><p>Second &amp; last.</p>]]></content:encoded></item></channel></rss>`;
    expect(readFeed(bytes(xml), 'a.rss')).toMatchObject({
      problems: [],
      drafts: [
        {
          line: 1,
          textLine: 1,
          ordinal: 1,
          fromExport: true,
          text: 'First paragraph.\n\nSecond & last.',
          metadata: {
            title: 'Pier & storm',
            publisher: 'Vellmark Post',
            authors: ['Jon Moe'],
            url: 'https://example.org/pier',
            published: '2021-08-02',
            tags: [],
          },
        },
      ],
    });
  });

  test('Atom', () => {
    const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Vellmark Post</title><entry><title>Pier</title>
      <link rel="self" href="https://example.org/feed/1"/><link rel="alternate" href="https://example.org/pier"/>
      <published>2021-08-02T10:00:00Z</published><author><name>Jon Moe</name></author>
      <content type="html">&lt;p&gt;First paragraph.&lt;/p&gt;</content></entry></feed>`;
    const { drafts } = readFeed(bytes(xml), 'a.atom');
    expect(drafts).toMatchObject([
      {
        text: 'First paragraph.',
        metadata: {
          title: 'Pier',
          url: 'https://example.org/pier',
          authors: ['Jon Moe'],
          published: '2021-08-02',
        },
      },
    ]);
  });

  test.each([
    ['other XML', '<?xml version="1.0"?><note>hello</note>', /not an RSS or Atom feed/],
    ['an empty feed', '<rss><channel><title>x</title></channel></rss>', /no entries/],
    [
      'an entry without words',
      '<rss><channel><item><title>x</title></item></channel></rss>',
      /Entry 1 of the feed has no text/,
    ],
  ])('%s is reported', (_, xml, message) => {
    expect(readFeed(bytes(xml), 'a.xml').problems).toMatchObject([
      { severity: 'error', message: expect.stringMatching(message) },
    ]);
  });

  test('entities that stand for a billion laughs are not expanded', () => {
    const levels = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const xml = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${levels}]><rss><channel><item><description>&l20; and words</description></item></channel></rss>`;
    expect(readFeed(bytes(xml), 'a.xml').drafts[0]?.text.length).toBeLessThan(100);
  });
});

describe('PDF', () => {
  test('its text, as paragraphs of whole lines', async () => {
    const lines = [
      'The harbour of Vellmark was closed on Monday after',
      'the northern pier gave way in a heavy winter storm.',
    ];
    const { drafts, problems } = await readPdf(pdfOf([lines], 'Pier and storm'), 'a.pdf');
    expect(problems).toEqual([]);
    expect(drafts[0]?.metadata.title).toBe('Pier and storm');
    expect(cleanText(drafts[0]?.text ?? '').text).toBe(lines.join(' '));
  });

  test.each([['a scan', pdfOf([[]]), /scan/]])('%s is reported', async (_, pdf, message) => {
    expect((await readPdf(pdf, 'a.pdf')).problems).toMatchObject([
      { message: expect.stringMatching(message) },
    ]);
  });

  test('a file that is none', async () => {
    await expect(readPdf(zipOf({ a: 'b' }), 'a.pdf')).rejects.toThrow('not a PDF');
  });
});

describe('Word', () => {
  test('its paragraphs; the heading is the title', async () => {
    const { drafts } = await readDocx(
      docxOf(['# Pier and storm', 'First paragraph.', 'Second paragraph.']),
      'a.docx',
    );
    expect(drafts).toMatchObject([
      {
        metadata: { title: 'Pier and storm' },
        text: 'Pier and storm\n\nFirst paragraph.\n\nSecond paragraph.',
      },
    ]);
  });

  test.each([
    ['no archive', bytes('nothing'), /not a Word document/],
    [
      'an archive that unpacks to gigabytes',
      zipOf({ 'word/document.xml': 'x' }, 4_000_000_000),
      /more than 100 MB/,
    ],
  ])('%s is refused', async (_, file, message) => {
    await expect(readDocx(file, 'a.docx')).rejects.toThrow(message);
  });
});
