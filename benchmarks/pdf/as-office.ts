import { markupOf } from './as-html.ts';
import type { Layout, Piece } from './documents.ts';

const PAPER = { A4: [210, 297], A5: [148, 210], Letter: [215.9, 279.4] } as const;

/** A document as a flat OpenDocument text, which LibreOffice prints. */
export function asOffice(title: string, pieces: readonly Piece[], layout: Layout): string {
  const [width, height] = PAPER[layout.paper];
  const font = layout.serif ? 'Liberation Serif' : 'Liberation Sans';
  const gap = layout.indent ? 'fo:text-indent="5mm" fo:margin-bottom="0mm"' : 'fo:margin-bottom="3mm"';
  const align = layout.justified ? 'fo:text-align="justify"' : '';
  const columns =
    layout.columns > 1 ? `<style:columns fo:column-count="${layout.columns}" fo:column-gap="7mm"/>` : '';
  const heads = layout.heads
    ? `<style:header><text:p text:style-name="Small">${markupOf(title)}</text:p></style:header><style:footer><text:p text:style-name="Small">Page <text:page-number/></text:p></style:footer>`
    : '';
  const room =
    '<style:header-style><style:header-footer-properties fo:margin-bottom="5mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="5mm"/></style:footer-style>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>${markupOf(title)}</dc:title><meta:initial-creator>Ada Quill</meta:initial-creator><dc:creator>Ada Quill</dc:creator></office:meta>
<office:font-face-decls><style:font-face style:name="${font}" svg:font-family="'${font}'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="${Math.round(layout.leading * 85)}%" fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="${font}" fo:font-size="11pt" fo:language="en" fo:country="US" fo:hyphenate="${layout.hyphenated}" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties ${gap} ${align}/></style:style>
<style:style style:name="Cap" style:family="paragraph" style:parent-style-name="Body"><style:paragraph-properties fo:text-indent="0mm"><style:drop-cap style:lines="3" style:length="1" style:distance="1mm"/></style:paragraph-properties></style:style>
<style:style style:name="Small" style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Footnote" style:family="paragraph"><style:paragraph-properties fo:margin-left="4mm" fo:text-indent="-4mm"/><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="H0" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="5mm"/><style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
<style:style style:name="H1" style:family="paragraph"><style:paragraph-properties fo:margin-top="5mm" fo:margin-bottom="2mm" fo:keep-with-next="always"/><style:text-properties fo:font-size="15pt" fo:font-weight="bold"/></style:style>
<style:style style:name="H2" style:family="paragraph"><style:paragraph-properties fo:margin-top="4mm" fo:margin-bottom="2mm" fo:keep-with-next="always"/><style:text-properties fo:font-size="11pt" fo:font-weight="bold"/></style:style>
<text:notes-configuration text:note-class="footnote" text:default-style-name="Footnote" style:num-format="1" text:start-value="0"/>
</office:styles>
<office:automatic-styles><text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:space-before="5mm" text:min-label-width="5mm"/></text:list-level-style-bullet></text:list-style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="${width}mm" fo:page-height="${height}mm" fo:margin="${layout.paper === 'A5' ? 14 : 20}mm">${columns}</style:page-layout-properties>${layout.heads ? room : ''}</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">${heads}</style:master-page></office:master-styles>
<office:body><office:text><text:h text:style-name="H0" text:outline-level="1">${markupOf(title)}</text:h>${pieces.map(element).join('\n')}</office:text></office:body></office:document>`;
}

function element(piece: Piece, index: number): string {
  switch (piece.kind) {
    case 'heading':
      return `<text:h text:style-name="H${piece.level}" text:outline-level="${piece.level + 1}">${markupOf(piece.text)}</text:h>`;
    case 'paragraph': {
      const [first = '', ...rest] = piece.sentences;
      const note =
        piece.note === undefined
          ? ''
          : `<text:note text:note-class="footnote" text:id="n${index}"><text:note-citation>1</text:note-citation><text:note-body><text:p text:style-name="Footnote">${markupOf(piece.note.join(' '))}</text:p></text:note-body></text:note>`;
      return `<text:p text:style-name="${piece.dropCap ? 'Cap' : 'Body'}">${markupOf(first)}${note}${rest.map((sentence) => ` ${markupOf(sentence)}`).join('')}</text:p>`;
    }
    case 'list':
      return `<text:list text:style-name="L">${piece.items.map((item) => `<text:list-item><text:p text:style-name="Small">${markupOf(item)}</text:p></text:list-item>`).join('')}</text:list>`;
    case 'table':
      return `<table:table table:name="T${index}"><table:table-column table:number-columns-repeated="${piece.rows[0]?.length ?? 1}"/>${piece.rows.map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell office:value-type="string"><text:p>${markupOf(cell)}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table><text:p text:style-name="Small"/>`;
    case 'figure':
      return `<text:p text:style-name="Small">${markupOf(piece.caption)}</text:p>`;
  }
}
