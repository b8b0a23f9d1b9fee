import { type Prose, prose, seeded } from './prose.ts';

/** A piece of a document; the sentences of its running text are what a reader must find. */
export type Piece =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly sentences: readonly string[];
      readonly note?: readonly string[];
      readonly dropCap?: true;
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'figure'; readonly caption: string };

/** How a document is printed. */
export interface Layout {
  readonly name: string;
  readonly program: 'chromium' | 'libreoffice';
  readonly paper: 'A4' | 'A5' | 'Letter';
  readonly columns: 1 | 2 | 3;
  readonly justified: boolean;
  readonly hyphenated: boolean;
  /** Paragraphs set apart by an indent, or by a gap. */
  readonly indent: boolean;
  readonly serif: boolean;
  readonly leading: number;
  /** A running head and page numbers. */
  readonly heads: boolean;
  /** What the browser itself prints into the margins. */
  readonly printMarks?: true;
  readonly notes?: true;
  readonly tables?: true;
  readonly figures?: true;
  readonly lists?: true;
  readonly dropCap?: true;
  readonly spacedHeadings?: true;
}

const base = {
  columns: 1,
  justified: false,
  hyphenated: false,
  indent: false,
  serif: true,
  leading: 1.35,
  heads: false,
} as const;

// biome-ignore format: a table
export const LAYOUTS: readonly Layout[] = [
  { ...base, name: 'plain', program: 'chromium', paper: 'A4' },
  { ...base, name: 'letter-indent', program: 'chromium', paper: 'Letter', indent: true, justified: true, hyphenated: true },
  { ...base, name: 'a5-book', program: 'chromium', paper: 'A5', indent: true, justified: true, hyphenated: true, heads: true },
  { ...base, name: 'web-print', program: 'chromium', paper: 'A4', serif: false, printMarks: true, lists: true },
  { ...base, name: 'two-columns', program: 'chromium', paper: 'A4', columns: 2, justified: true, hyphenated: true },
  { ...base, name: 'two-ragged', program: 'chromium', paper: 'Letter', columns: 2, serif: false, heads: true },
  { ...base, name: 'three-columns', program: 'chromium', paper: 'A4', columns: 3, justified: true, hyphenated: true, indent: true },
  { ...base, name: 'three-ragged', program: 'chromium', paper: 'Letter', columns: 3, heads: true, figures: true },
  { ...base, name: 'report', program: 'chromium', paper: 'A4', serif: false, heads: true, tables: true, lists: true, figures: true },
  { ...base, name: 'magazine', program: 'chromium', paper: 'A4', columns: 2, dropCap: true, spacedHeadings: true, figures: true, indent: true },
  { ...base, name: 'tight', program: 'chromium', paper: 'A4', leading: 1.1, indent: true, justified: true },
  { ...base, name: 'wide', program: 'chromium', paper: 'Letter', leading: 2, serif: false, heads: true },
  { ...base, name: 'office-plain', program: 'libreoffice', paper: 'A4', heads: true },
  { ...base, name: 'office-notes', program: 'libreoffice', paper: 'A4', heads: true, notes: true, justified: true, hyphenated: true, indent: true },
  { ...base, name: 'office-a5', program: 'libreoffice', paper: 'A5', heads: true, notes: true, justified: true, hyphenated: true, serif: false },
  { ...base, name: 'office-letter', program: 'libreoffice', paper: 'Letter', tables: true, lists: true, heads: true },
  { ...base, name: 'office-two', program: 'libreoffice', paper: 'A4', columns: 2, justified: true, hyphenated: true, heads: true, indent: true },
  { ...base, name: 'office-two-notes', program: 'libreoffice', paper: 'A4', columns: 2, justified: true, hyphenated: true, heads: true, notes: true, tables: true },
  { ...base, name: 'office-three', program: 'libreoffice', paper: 'Letter', columns: 3, justified: true, hyphenated: true, heads: true },
  { ...base, name: 'office-drop', program: 'libreoffice', paper: 'A5', dropCap: true, indent: true, heads: true, justified: true },
];

/** What is printed: the same on every run for the same layout and seed. */
export function documentOf(
  layout: Layout,
  seed: number,
): { readonly title: string; readonly pieces: readonly Piece[]; readonly sentences: readonly string[] } {
  const text = prose(seed);
  const random = seeded(seed + 1);
  const title = `Report ${seed} on ${text.words(2)} and the ferry`;
  const pieces: Piece[] = [];
  for (let section = 0; section < 6; section++) {
    pieces.push({
      kind: 'heading',
      level: section % 3 === 2 ? 2 : 1,
      text: `${section + 1} Of the ${text.words(1)} ${['lights', 'boats', 'letters'][section % 3]}`,
    });
    for (let i = 0; i < 4; i++) pieces.push(paragraphOf(layout, text, random, i === 0));
    pieces.push(...extrasOf(layout, text, section), paragraphOf(layout, text, random, false));
  }
  const sentences = pieces.flatMap((piece) =>
    piece.kind === 'paragraph'
      ? [...piece.sentences, ...(piece.note ?? [])]
      : piece.kind === 'list'
        ? piece.items
        : [],
  );
  return { title, pieces, sentences };
}

function paragraphOf(layout: Layout, text: Prose, random: () => number, first: boolean): Piece {
  const sentences = text.paragraph(1 + Math.floor(random() * 6));
  const note = layout.notes && random() < 0.3 ? { note: text.paragraph(1 + Math.floor(random() * 2)) } : {};
  return { kind: 'paragraph', sentences, ...note, ...(layout.dropCap && first ? { dropCap: true } : {}) };
}

function extrasOf(layout: Layout, text: Prose, section: number): Piece[] {
  const extras: Piece[] = [];
  if (layout.lists && section % 2 === 0) extras.push({ kind: 'list', items: text.paragraph(4) });
  if (layout.tables && section % 2 === 1)
    extras.push({
      kind: 'table',
      rows: [
        ['Harbour', 'Boats', 'Lost'],
        ...Array.from({ length: 5 }, (_, i) => [
          `Port ${text.words(1)} ${section}${i}`,
          `${12 + i * 7 + section}`,
          `${i}.${section}`,
        ]),
      ],
    });
  if (layout.figures && section % 2 === 0)
    extras.push({
      kind: 'figure',
      caption: `Figure ${section + 1}. A chart of ${text.words(2)}, not to scale.`,
    });
  return extras;
}
