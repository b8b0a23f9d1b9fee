/** A piece of text as the page draws it, in points from the top left corner of the page as it is read. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of its baseline, downwards. */
  readonly y: number;
  readonly size: number;
  readonly font: string;
  /** A blank stands before it. */
  readonly blank: boolean;
  /** Its place in the order in which the page draws. */
  readonly order: number;
}

/** A line of one column, or a cell of a table. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly order: number;
  /** The last piece's place in the drawing order. */
  readonly lastOrder: number;
  /** A mark before its words (a bullet, a note's number), which is part of `text`, and where the words begin. */
  readonly label?: { readonly text: string; readonly words: number; readonly raised?: boolean };
  readonly page: number;
  /** Its pieces, where they may be cells that stand so near each other that they look like one. */
  readonly pieces: readonly Pick<Fragment, 'text' | 'left' | 'right'>[];
}

/** A page's text and its size. */
export interface PageText {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly Fragment[];
}

/** Rows of a table, each with its cells. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly page: number;
}

/** A paragraph of running text as its lines, with what is known of it. */
export interface Paragraph {
  readonly kind: 'text' | 'item' | 'heading' | 'note' | 'caption' | 'table';
  readonly lines: readonly Line[];
  readonly size: number;
  readonly font: string;
  /** Its first line stands in, as a new paragraph's does. */
  readonly indented: boolean;
  /** It ends at the column's edge, in the middle of something. */
  readonly open: boolean;
  readonly table?: Table;
}
