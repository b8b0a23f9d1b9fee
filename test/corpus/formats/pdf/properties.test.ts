import { expect, test } from 'vitest';
import { printedFrom, propertiesOf } from '../../../../src/corpus/formats/pdf/properties.ts';

test.each([
  'PowerPoint Presentation', 'Microsoft Word - report_final.docx', 'Untitled', 'untitled-1', 'Document1', 'Slide 1', 'annual.pdf',
  'C:\\Users\\jon\\report.doc', 'https://example.org/a', 'about:blank', 'scan_0012', '',
])('“%s” is no title', (Title) => {
  expect(propertiesOf({ Title }).title).toBeUndefined();
}); // biome-ignore format: a table

test('a title, folded', () => {
  expect(propertiesOf({ Title: ' Lights of\n the Tarn bank ' }).title).toBe('Lights of the Tarn bank');
});

test.each([
  ['Ada Quill', ['Ada Quill']],
  ['Ada Quill; Jon Moe', ['Ada Quill', 'Jon Moe']],
  ['Ada Quill and Jon Moe', ['Ada Quill', 'Jon Moe']],
  ['Ada Quill, Jon Moe, Tam Ferrier', ['Ada Quill', 'Jon Moe', 'Tam Ferrier']],
  ['Quill, Ada', ['Quill, Ada']],
  ['Administrator', []],
  ['jmoe', []],
  ['user42', []],
  ['ada@example.org', []],
  ['Microsoft Office User', []],
  ['Windows User', []],
])('author “%s”', (Author, authors) => {
  expect(propertiesOf({ Author }).authors).toEqual(authors);
});

test.each([
  ['D:20210303120000Z', 'LaTeX', '2021-03-03'],
  ['D:20210303', 'Writer', '2021-03-03'],
  ['D:20210303120000Z', 'Mozilla/5.0 HeadlessChrome/150', undefined],
  ['D:20210230', 'LaTeX', undefined],
  ['last week', 'LaTeX', undefined],
])('made %s by %s', (CreationDate, Creator, published) => {
  expect(propertiesOf({ CreationDate, Creator }).published).toBe(published);
});

test('the address that a browser printed', () => {
  expect(printedFrom(['11/29/26, 7:45 AM Ferry', 'https://example.org/ferry 1/3'])).toBe(
    'https://example.org/ferry',
  );
  expect(printedFrom(['file:///home/a.html 1/1'])).toBeUndefined();
});
