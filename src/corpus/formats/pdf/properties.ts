import { isRecord } from '../../metadata/front-matter.ts';
import { isWebAddress } from '../../metadata/metadata.ts';
import { parseCalendarDate } from '../../metadata/parse-day.ts';
import type { Metadata } from '../../reading/draft.ts';
import { peopleIn } from '../../stated-facts/people.ts';
import type { Paragraph } from './types.ts';

/** Paragraphs in which a document says of itself when it is from. */
const OPENING = 8;
/** Titles that programs give: their own names, the name of a file, an address. */
const STOCK_TITLE =
  /^(?:untitled|document|presentation|slide|powerpoint|powerpoint presentation|book|print|layout|scan|microsoft (?:word|powerpoint|excel)|word document|title|no title|about:blank|new document|report|article|template|pdf|full page)[\s\-_.()#\d]*$/iu;
const FILE_NAME =
  /^(?:microsoft (?:word|powerpoint|excel) - )|\.(?:docx?|odt|rtf|pdf|indd|qxd|pptx?|xlsx?|tex|dvi|ps|html?|txt|pages|md|fodt)$|^(?:https?|file|[a-z]):[\\/]/iu;
const BROWSER =
  /chrom(?:e|ium)|mozilla|firefox|safari|skia|webkit|wkhtmltopdf|quartz pdfcontext|print to pdf|ghostscript|scan/iu;

/** What a PDF's properties say of it, where it can be believed. */
export function propertiesOf(info: unknown): Pick<Metadata, 'title' | 'authors' | 'published'> {
  const stated = (key: string): string => {
    const value = isRecord(info) ? info[key] : undefined;
    return typeof value === 'string' ? value.replace(/\0/g, '').replace(/\s+/gu, ' ').trim() : '';
  };
  const title = stated('Title');
  const isTitle =
    /\p{L}{2}/u.test(title) &&
    !STOCK_TITLE.test(title) &&
    !FILE_NAME.test(title) &&
    (title.includes(' ') || !/[_\\/]/.test(title));
  const published = BROWSER.test(`${stated('Creator')} ${stated('Producer')}`)
    ? undefined
    : dayOf(stated('CreationDate'));
  return {
    ...(isTitle ? { title } : {}),
    authors: peopleIn(stated('Author')),
    ...(published === undefined ? {} : { published }),
  };
}

/** "D:20210303120000+01'00'": the day that the document was made. */
function dayOf(written: string): Metadata['published'] {
  const digits = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(written);
  if (digits === null) return undefined;
  const parsed = parseCalendarDate(`${digits[1]}-${digits[2]}-${digits[3]}`);
  return parsed.ok ? parsed.date : undefined;
}

/** A line of the first page that is nothing but a day: the document's own word for when it is from. */
export function dayOnFirstPage(paragraphs: readonly Paragraph[]): Metadata['published'] {
  for (const { lines } of paragraphs.slice(0, OPENING)) {
    const [line] = lines;
    if (line === undefined || lines.length > 1 || line.page > 1 || line.text.length > 40) continue;
    const parsed = parseCalendarDate(line.text.replace(/^(?:date|published|issued)(?: on)?:?\s/i, ''));
    if (parsed.ok) return parsed.date;
  }
  return undefined;
}

/** The page that a browser printed, from the foot of its pages. */
export function printedFrom(marks: readonly string[]): string | undefined {
  return marks.map((mark) => mark.split(' ')[0] ?? '').find(isWebAddress);
}
