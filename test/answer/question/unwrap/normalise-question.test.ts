import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  askedQuestion,
  normaliseQuestion,
} from '../../../../src/answer/question/unwrap/normalise-question.ts';

const ASKED = 'who is Ada Al-Quill';

describe('what a question was wrapped in is no part of it', () => {
  test.each([
    // Characters.
    ['\u200Ewho is Ada Al-Quill', 'a mark of direction in front'],
    ['\uFEFFwho is\u00A0Ada Al-Quill', 'a byte order mark, a blank that does not break'],
    ['who is A\u00ADda Al-Qu\u200Bill', 'a soft hyphen and a blank of no width in a name'],
    ['who is Ada Al-Qu\u00AD\nill', 'a soft hyphen at the end of a line'],
    ['who is Ada Al-\nQuill', 'a hyphen at the end of a line'],
    ['\u202Ewho is Ada Al-Quill\u202C', 'a turn of direction'],
    ['w\u2060h\u200Do is Ada Al-Quill\uFE0F', 'joiners and a selector'],
    ['ｗｈｏ　ｉｓ Ａｄａ Al-Quill', 'full-width letters'],
    ['𝐰𝐡𝐨 𝒾𝓈 Ⓐⓓⓐ Al-Quill', 'fancy letters'],
    ['who is Ada\tAl-Quill\u0007', 'control characters'],
    // Discord.
    ['<@123456789012345678> who is Ada Al-Quill', 'a mention'],
    ['<@!123456789012345678>, <@&5> who is Ada Al-Quill <#6>', 'mentions of all kinds'],
    ['<t:1700000000:R> who is Ada Al-Quill', 'a timestamp'],
    ['<:think:123456789012345678> who is Ada Al-Quill <a:spin:123456789012345678>', 'custom emoji'],
    [':thinking: who is Ada Al-Quill 🙏', 'emoji'],
    ['</ask:123456789012345678> who is Ada Al-Quill', 'a mention of a command'],
    ['@Footnote who is Ada Al-Quill', 'a name typed as a mention'],
    ['/ask question: who is Ada Al-Quill', 'the command itself'],
    // Marks.
    ['> who is Ada Al-Quill', 'a quote'],
    ['>>> who is\nAda Al-Quill', 'a long quote'],
    ['>who is Ada Al-Quill', 'a quote as in mail'],
    ['**who is Ada Al-Quill**', 'bold'],
    ['***__who is Ada Al-Quill__***', 'bold and underlined'],
    ['who is *Ada* _Al-Quill_', 'emphasis within'],
    ['~~who is Ada Al-Quill~~', 'struck through'],
    ['||who is Ada Al-Quill||', 'a spoiler'],
    ['`who is Ada Al-Quill`', 'code'],
    ['```\nwho is Ada Al-Quill\n```', 'a fence'],
    ['```txt\nwho is Ada Al-Quill```', 'a fence with a language'],
    ['# who is Ada Al-Quill', 'a heading'],
    ['-# who is Ada Al-Quill', 'small print'],
    ['- who is Ada Al-Quill', 'an item'],
    ['3. who is Ada Al-Quill', 'a numbered item'],
    ['who is [Ada Al-Quill](https://x.example/a)', 'a link'],
    ['https://x.example/a?b=c who is Ada Al-Quill <https://y.example>', 'addresses'],
    // Quotation marks and brackets.
    ['“who is Ada Al-Quill”', 'quotation marks'],
    ['"who is Ada Al-Quill"', 'straight ones'],
    ["'who is Ada Al-Quill'", 'single ones'],
    ['«who is Ada Al-Quill»', 'French ones'],
    ['„who is Ada Al-Quill“', 'German ones'],
    ['「who is Ada Al-Quill」', 'Japanese ones'],
    ['(who is Ada Al-Quill)', 'brackets'],
    ['“who is Ada Al-Quill', 'one that lost its partner'],
    ['who is Ada Al-Quill”', 'the other one'],
    // Labels and chats.
    ['Q: who is Ada Al-Quill', 'a label'],
    ['**Q3:** who is Ada Al-Quill', 'a numbered label in bold'],
    ['Question 12: who is Ada Al-Quill A:', 'a label and the place of the answer'],
    ['quick question: who is Ada Al-Quill', 'a quick question'],
    ['[10:32] mia: who is Ada Al-Quill', 'a time and who said it'],
    ['[05/08/2021, 10:32:11] Mia V: who is Ada Al-Quill', 'a day, a time and who said it'],
    ['Mia — Today at 10:32 AM\nwho is Ada Al-Quill', 'as Discord copies it'],
    ['10:32 who is Ada Al-Quill', 'a time'],
    // Courtesies.
    ['hey, who is Ada Al-Quill please', 'hey and please'],
    ['Hi all! who is Ada Al-Quill, thanks in advance!', 'a greeting and thanks'],
    ['good morning everyone, who is Ada Al-Quill', 'a longer greeting'],
    ['hey Footnote, who is Ada Al-Quill', 'a greeting by name'],
    ['ok so who is Ada Al-Quill', 'fillers'],
    ['sorry if this has been asked before, but who is Ada Al-Quill', 'an excuse'],
    ['can you tell me who is Ada Al-Quill', 'can you tell me'],
    ['Could someone please explain to me who Ada Al-Quill is', 'could someone explain'],
    ['would you mind telling me who Ada Al-Quill is', 'would you mind'],
    ['does anyone know who Ada Al-Quill is', 'does anyone know'],
    ['anyone know who Ada Al-Quill is', 'anyone know'],
    ['Do you happen to know who Ada Al-Quill is', 'do you happen to know'],
    ['does anybody here have any idea who Ada Al-Quill is', 'have any idea'],
    ['any idea who Ada Al-Quill is', 'any idea'],
    ['I want to know who Ada Al-Quill is', 'I want to know'],
    ['I’d really like to know who Ada Al-Quill is', 'I would like to know'],
    ['im curious about who Ada Al-Quill is', 'I am curious'],
    ['i was wondering if you could tell me who Ada Al-Quill is', 'I was wondering if'],
    ["I'm trying to find out who Ada Al-Quill is", 'I am trying to find out'],
    ['please tell me who Ada Al-Quill is', 'tell me'],
    ['remind me again who Ada Al-Quill is', 'remind me'],
    ['May I ask who Ada Al-Quill is', 'may I ask'],
    ['My question is: who is Ada Al-Quill', 'my question is'],
    ['what I want to know is who Ada Al-Quill is', 'what I want to know'],
    ['it would be nice to know who Ada Al-Quill is', 'it would be nice'],
    ['who is Ada Al-Quill, anyone', 'an afterthought'],
    ['who is Ada Al-Quill if you don’t mind', 'if you don’t mind'],
    // And all of it.
    ['> **“Hey, <@1> can you tell me who Ada Al-Quill is, please”**', 'one in the other'],
  ])('%j (%s)', (text) => {
    expect(normaliseQuestion(text)).toBe(ASKED);
  });

  test.each([
    ['Q: who is Ada Quill?', 'who is Ada Quill?'],
    ['“Who is Ada Quill?”, please', 'Who is Ada Quill?'],
    ['who is Ada Quill? thanks', 'who is Ada Quill?'],
    ['I want to know when the bridge was built', 'when the bridge was built'],
    ['can you tell me in which year the bridge was built', 'in which year the bridge was built'],
    ['does anyone know if the bridge is open?', 'is the bridge open?'],
    ['I wonder whether Ada has left', 'has Ada left'],
    ['do you know how old the bridge is?', 'how old is the bridge?'],
  ])('%j asks %j', (text, asked) => {
    expect(normaliseQuestion(text)).toBe(asked);
  });

  test.each([
    'who said “we will not yield”',
    'What did “The Post” say about “the bridge”?',
    '"The Bridge" and "The End": who wrote them?',
    'who is the mayor’s wife',
    'Hello Kitty was created when?',
    'can you swim in the harbour',
    'does anyone live in Harbourtown',
    'who knows Ada Quill',
    'Find is a town of which island',
    'Help was recorded by whom',
    'when was Ada Quill on Cheers',
    'who killed everyone',
    'I want to hold your hand release date',
    'tell me about the bridge',
    'Harbourtown: who is the mayor?',
    'U.S. envoy to Harbourtown',
    'May 2021 in Harbourtown',
    '3 * 4 and snake_case stay',
    'what is 5*4 in C++',
    'when was the 10:30 train late',
    'please',
    'Harbourtown',
    '???',
  ])('%j stays as it is', (text) => {
    expect(normaliseQuestion(text)).toBe(text);
  });
});

describe('whatever it is wrapped in', () => {
  /** From the inside to the outside: courtesies, a label, quotation marks, marks of a chat, what Discord adds. */
  const layers: readonly (readonly ((text: string) => string)[])[] = [
    [(text) => `${text} please`],
    [
      (text) => `can you tell me ${text}`,
      (text) => `does anyone know ${text}`,
      (text) => `I want to know ${text}`,
    ],
    [(text) => `hey, ${text}`],
    [(text) => `Q: ${text}`],
    [(text) => `“${text}”`, (text) => `"${text}"`, (text) => `(${text})`],
    [(text) => `**${text}**`, (text) => `||${text}||`],
    [(text) => `> ${text}`, (text) => `# ${text}`],
    [(text) => `<@123456789012345678> ${text}`, (text) => `🙏 ${text}`],
    [(text) => `\u200E${text}\u200B`],
  ];
  const questions = fc.constantFrom(
    'who is Ada Quill',
    'when was the old bridge built',
    'why did the ferry stop in 2011',
    'how many people live in Harbourtown',
    'is the bridge open',
  );

  it('is taken out again', () => {
    const stack = fc.tuple(...layers.map((layer) => fc.option(fc.constantFrom(...layer))));
    fc.assert(
      fc.property(questions, stack, (question, around) => {
        const text = around.reduce<string>((inner, wrap) => wrap?.(inner) ?? inner, question);
        expect(normaliseQuestion(text)).toBe(question);
      }),
    );
  });

  it('is left alone when it is read again', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        'who is',
        'please',
        'hey,',
        '“',
        '”',
        '**',
        '> ',
        'Q:',
        'tell me',
        '\n',
        ' ',
        '<@1>',
        'the bridge',
      ),
    );
    const text = fc.array(piece, { maxLength: 10 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, (input) => {
        const asked = askedQuestion(input, 1000);
        expect(askedQuestion(asked, 1000)).toBe(asked);
        expect(asked.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is shown as it was sent when nothing in it is a question', () => {
    expect(askedQuestion('<@123456789012345678> 🙏', 1000)).toBe('<@123456789012345678> 🙏');
  });
});
