import type { Layout, Piece } from './documents.ts';

/** A document as a page that a browser prints. */
export function asHtml(title: string, pieces: readonly Piece[], layout: Layout): string {
  const gap = layout.indent ? 'margin:0;text-indent:1.4em' : 'margin:0 0 .8em';
  const margin = layout.paper === 'A5' ? '16mm' : '22mm';
  const heads = layout.heads
    ? `@top-center{content:"${title}";font:9px serif}@bottom-center{content:counter(page);font:9px serif}`
    : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>
@page{size:${layout.paper};margin:${margin};${heads}}
body{margin:0;font:11pt/${layout.leading} ${layout.serif ? 'Liberation Serif' : 'Liberation Sans'};${layout.justified ? 'text-align:justify' : ''}}
main{columns:${layout.columns};column-gap:7mm} p{${gap};orphans:2;widows:2}
h2,h3{break-after:avoid;text-align:left;margin:1em 0 .5em} ${layout.spacedHeadings ? 'h2,h3{letter-spacing:.35em;text-transform:uppercase;font-size:11pt}' : ''}
.cap{text-indent:0}.cap::first-letter{float:left;font-size:3.1em;line-height:.85;padding-right:.06em}
table{border-collapse:collapse;margin:1em 0;break-inside:avoid}td,th{border:1px solid;padding:2px 14px;text-align:left}
figure{margin:1em 0;break-inside:avoid}figure div{height:60px;background:#ccc}figcaption{font-size:9pt}
</style><h1>${title}</h1><main>${pieces.map((piece) => html(piece, layout)).join('\n')}</main></html>`;
}

function html(piece: Piece, layout: Layout): string {
  const words = (text: string) => markupOf(layout.hyphenated ? softly(text) : text);
  switch (piece.kind) {
    case 'heading':
      return `<h${piece.level + 1}>${markupOf(piece.text)}</h${piece.level + 1}>`;
    case 'paragraph':
      return `<p${piece.dropCap ? ' class="cap"' : ''}>${words(piece.sentences.join(' '))}</p>`;
    case 'list':
      return `<ul>${piece.items.map((item) => `<li>${words(item)}</li>`).join('')}</ul>`;
    case 'table':
      return `<table>${piece.rows.map((row, i) => `<tr>${row.map((cell) => (i === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`;
    case 'figure':
      return `<figure><div></div><figcaption>${markupOf(piece.caption)}</figcaption></figure>`;
  }
}

export function markupOf(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Soft hyphens before a consonant that a vowel follows: roughly where a printer would divide. */
function softly(text: string): string {
  return text.replace(/\p{L}{7,}/gu, (word) =>
    word.replace(/(?<=\p{L}{2}[aeiou])(?=[bcdfglmnprstv][aeiou]\p{L})/gu, '\u00AD'),
  );
}
