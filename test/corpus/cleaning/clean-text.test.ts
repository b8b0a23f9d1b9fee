import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../src/corpus/cleaning/clean-text.ts';

const PROSE = 'The mayor said that the bridge would be closed until the end of the year.';

describe('a line that is never news text is dropped', () => {
  test.each([
    ['advert', '[ad_1]'],
    ['advert', 'ADVERTISEMENT'],
    ['advert', '- Advertisement -'],
    ['advert', 'Story continues below.'],
    ['share bar', 'Share on Facebook'],
    ['share bar', 'Share this article'],
    ['share bar', 'Facebook Twitter WhatsApp Email'],
    ['share bar', '1.2k shares'],
    ['comment form', 'Leave a Reply Cancel reply'],
    ['comment form', 'Your email address will not be published. Required fields are marked *'],
    ['comment form', '12 Comments'],
    ['related articles', 'Related Posts'],
    ['related articles', 'Read more: The bridge that nobody wanted'],
    ['related articles', 'SocietyJane Example and John Sample27 July, 2021'],
    ['related articles', 'You may also like...'],
    ['copyright', '© 2022 Example Media. All rights reserved.'],
    ['copyright', 'Copyright 2019 The Example Times'],
    ['follow us', 'Follow Us'],
    ['follow us', 'Follow Jane Example on Twitter: @janeexample'],
    ['sign-up', 'Sign up for our newsletter'],
    ['sign-up', 'Get the latest headlines delivered to your inbox'],
    ['cookie notice', 'This website uses cookies to improve your experience.'],
    ['credits', '(Reporting by Jane Example; Editing by John Sample)'],
    ['page furniture', 'Skip to main content'],
    ['page furniture', '* * *'],
  ])('%s: %s', (reason, line) => {
    const { text, dropped } = cleanText(`${PROSE}\n\n${line}\n\n${PROSE}`);
    expect(dropped).toEqual([{ line: 3, text: line, reason }]);
    expect(text).toBe(`${PROSE}\n\n${PROSE}`);
  });
});

describe('news text stays', () => {
  test.each([
    'Users share on Facebook what they would never say in public.',
    'Advertisements for cigarettes were banned in 2005.',
    'The copyright of the song expired in 2016, the court said.',
    'All rights reserved for the tribes were ignored, she said.',
    'Comments on the plan may be sent until May.',
    'Related charges were dropped.',
    'He asked his readers to follow him.',
    'Subscribe to this view and you must accept its consequences, he wrote.',
    'Home',
    'Facebook',
    'Read more about the war and you will see, she said.',
    'On 27 July, 2021',
    'Fighting broke out on 27 July 2021',
    'Assad reportedly sent the envoy amid differences with his main backer Russia [Getty]',
    'Share prices fell.',
  ])('%s', (line) => {
    expect(cleanText(`${PROSE}\n\n${line}\n\n${PROSE}`)).toEqual({
      text: `${PROSE}\n\n${line}\n\n${PROSE}`,
      dropped: [],
    });
  });
});

describe('what stands around a line', () => {
  test('a name of a network is a button beside other buttons only', () => {
    const { text, dropped } = cleanText(`${PROSE}\n\nShare this article\n\nFacebook\n\nTwitter\n\n${PROSE}`);
    expect(text).toBe(`${PROSE}\n\n${PROSE}`);
    expect(dropped.map((line) => line.text)).toEqual(['Share this article', 'Facebook', 'Twitter']);
  });

  test('headlines under "Related Posts" go with it, up to the next sentence', () => {
    const { text } = cleanText(
      `${PROSE}\n\nRelated Posts\n\nWho built the bridge?\n\nA bridge too many\n\n${PROSE}\n\nBackground`,
    );
    expect(text).toBe(`${PROSE}\n\n${PROSE}\n\nBackground`);
  });

  test('a marker glued to a sentence is a line of its own', () => {
    const { text, dropped } = cleanText(
      `${PROSE}RELATED\n\nSocietyJane Example27 July, 2021\n\n[ad_1]${PROSE}`,
    );
    expect(text).toBe(`${PROSE}\n\n${PROSE}`);
    expect(dropped.map((line) => [line.line, line.text])).toEqual([
      [1, 'RELATED'],
      [3, 'SocietyJane Example27 July, 2021'],
      [5, '[ad_1]'],
    ]);
  });

  test('the title is not also the first sentence, but may come back later', () => {
    const { text } = cleanText(`# The “Bridge”\n\n${PROSE}\n\nThe Bridge`, { title: 'The "bridge"' });
    expect(text).toBe(`${PROSE}\n\nThe Bridge`);
  });

  test('lines that the corpus itself wants dropped', () => {
    const { dropped } = cleanText(`CNN —\n\n${PROSE}`, { dropLines: new Set(['CNN —']) });
    expect(dropped).toEqual([{ line: 1, text: 'CNN —', reason: 'repeated by the publisher' }]);
  });
});

describe('lines', () => {
  test('wrapped at a fixed width are one', () => {
    const wrapped =
      'The mayor said that the bridge would be closed until\nthe end of the year, and that nobody knew what would\ncome after that.';
    expect(cleanText(wrapped).text).toBe(wrapped.replaceAll('\n', ' '));
  });

  test('of a list stay apart', () => {
    expect(cleanText('Three things:\n- bread\n- butter\n- salt').text).toBe(
      'Three things:\n\n- bread\n\n- butter\n\n- salt',
    );
  });

  test('end in every way that files end lines, and runs of blank space are one blank', () => {
    expect(cleanText('One.\r\n\r\nTwo \u00a0 and\ta half.\u2028\u2028Three.').text).toBe(
      'One.\n\nTwo and a half.\n\nThree.',
    );
  });
});

const fold = (text: string) => text.replace(/\s+/gu, ' ').trim();
const piece = fc.oneof(
  fc.constantFrom(
    PROSE,
    'Follow Us',
    '[ad_1]',
    'Share on Facebook',
    'RELATED',
    'Home',
    '© 2020 Example',
    ' ',
    '\t',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const source = fc.array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', '\r\n', ' ', '')), { maxLength: 30 });

test('every kept line stands in the source, and no line is lost between kept and dropped', () => {
  fc.assert(
    fc.property(source, (parts) => {
      const text = parts.flat().join('');
      const cleaned = cleanText(text);
      const folded = fold(text);
      for (const line of cleaned.text.split('\n')) expect(folded).toContain(line);
      const letters = (value: string) => [...value.replace(/\s+/gu, '')].sort().join('');
      const all = cleaned.text + cleaned.dropped.map((line) => line.text).join('');
      expect(letters(all)).toBe(letters(text.replace(/^\uFEFF/, '')));
    }),
    { numRuns: 300 },
  );
});
