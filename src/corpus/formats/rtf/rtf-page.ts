import { CONTROL, GROUP_END, GROUP_START, type Token } from './rtf-token.ts';

/** What holds for the words of a group. */
interface State {
  readonly silent: boolean;
  readonly raised: boolean;
  readonly struck: boolean;
  readonly bold: boolean;
  readonly hidden: boolean;
  readonly note: boolean;
  /** The table of styles, or the name of the style of that number. */
  readonly style: 'table' | number | undefined;
  /** Which fact of the document the group says. */
  readonly fact: 'title' | 'author' | 'day' | undefined;
  /** How many characters stand in for one that old readers do not know. */
  readonly standIns: number;
}

const PLAIN: State = {
  silent: false,
  raised: false,
  struck: false,
  bold: false,
  hidden: false,
  note: false,
  style: undefined,
  fact: undefined,
  standIns: 1,
};
/** Groups that are no text of the document. */
const SILENT = new Set(
  (
    'fonttbl colortbl listtable listoverridetable revtbl rsidtbl generator pict object header headerl headerr headerf footer footerl ' +
    'footerr footerf annotation atnid atnauthor xe tc themedata colorschememapping datastore latentstyles fldinst bkmkstart bkmkend ' +
    'pntext listtext nonshppict shpinst xmlnstbl info filetbl'
  ).split(' '),
);
/** Marked as unknown to old readers, and text all the same. */
const STARRED = new Set(['shppict', 'shptxt', 'footnote']);
const CODE_PAGES: Readonly<Record<number, string>> = {
  437: 'windows-1252', 850: 'windows-1252', 10000: 'macintosh', 932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 65001: 'utf-8',
}; // biome-ignore format: a table
const SIGNS: ReadonlyMap<string, string> = new Map(Object.entries<string>({
  emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', '~': '\u00A0', _: '-', tab: ' ', emspace: ' ', enspace: ' ',
})); // biome-ignore format: a table
/** Deeper groups are read as the one around them. */
const DEEPEST = 2000;

/** Writes what rich text means as a page: paragraphs, headings by their outline level, lists, rows, raised and struck words. */
export class RtfPage {
  #state: State = PLAIN;
  readonly #outer: State[] = [];
  #paragraph = '';
  #notes = '';
  #level: number | undefined;
  #inTable = false;
  #inList = false;
  #cells: string[] = [];
  #rows: string[] = [];
  #html = '';
  #encoding = 'windows-1252';
  /** Bytes of words whose characters are not complete yet. */
  #bytes: number[] = [];
  #skip = 0;
  #starred = false;
  /** The level of the headings that a style is for, by its number. */
  readonly #styles = new Map<number, number>();
  readonly #facts: { title?: string; author?: string; day?: string } = {};

  take(token: Token): void {
    if (token.type === GROUP_START) {
      this.#flush();
      if (this.#outer.length < DEEPEST) this.#outer.push(this.#state);
    } else if (token.type === GROUP_END) {
      this.#flush();
      this.#state = this.#outer.pop() ?? PLAIN;
    } else if (token.type === CONTROL) this.#control(token.word ?? '', token.param, token.data);
    else for (const byte of token.data ?? []) this.#byte(byte);
  }

  html(): string {
    this.#flush();
    this.#endParagraph();
    this.#endTable();
    return this.#html;
  }

  info(): { readonly title?: string; readonly author?: string; readonly day?: string } {
    return this.#facts;
  }

  #control(word: string, param: number | undefined, data: Uint8Array | undefined): void {
    if (word === "'") {
      for (const byte of data ?? (param === undefined ? [] : [param])) this.#byte(byte);
      return;
    }
    this.#flush();
    const on = param !== 0;
    const starred = this.#starred;
    this.#starred = word === '*';
    if (word === 'stylesheet') this.#set({ silent: true, style: 'table' });
    else if (word === 's' && this.#state.style === 'table') this.#set({ style: param });
    else if (word === 's') this.#level = this.#styles.get(param ?? 0);
    else if (this.#state.style !== undefined) return;
    else if (SILENT.has(word) || (starred && !STARRED.has(word))) this.#set({ silent: true });
    else if (word === 'u') this.#unicode(param ?? 0);
    else if (word === 'ansicpg') this.#encoding = CODE_PAGES[param ?? 1252] ?? `windows-${param}`;
    else if (word === 'mac') this.#encoding = 'macintosh';
    else if (word === 'uc') this.#set({ standIns: param ?? 1 });
    else if (word === 'super' || word === 'sub') this.#set({ raised: word === 'super' && on });
    else if (word === 'nosupersub') this.#set({ raised: false });
    else if (word === 'strike' || word === 'striked' || word === 'deleted') this.#set({ struck: on });
    else if (word === 'v') this.#set({ hidden: on });
    else if (word === 'b') this.#set({ bold: on });
    else if (word === 'plain') this.#set({ raised: false, struck: false, hidden: false, bold: false });
    else if (word === 'footnote') this.#set({ note: true });
    else if (word === 'title' || word === 'author') this.#set({ silent: false, fact: word });
    else if (word === 'creatim') this.#set({ silent: false, fact: 'day' });
    else if (this.#state.fact === 'day' && (word === 'yr' || word === 'mo' || word === 'dy'))
      this.#facts.day = `${this.#facts.day ?? ''}${word === 'yr' ? '' : '-'}${param}`;
    else this.#layout(word, param);
  }

  #layout(word: string, param: number | undefined): void {
    const sign = SIGNS.get(word);
    if (sign !== undefined) this.#write(sign);
    else if (word === '{' || word === '}' || word === '\\') this.#write(word);
    else if (word === 'line') this.#append('<br>');
    else if (word === 'pard') [this.#level, this.#inTable, this.#inList] = [undefined, false, false];
    else if (word === 'outlinelevel' && param !== undefined && param < 6) this.#level = param + 1;
    else if (word === 'intbl') this.#inTable = true;
    else if (word === 'ls') this.#inList = param !== 0;
    else if (word === 'par' || word === 'sect') this.#endParagraph();
    else if (word === 'cell') {
      this.#cells.push(this.#paragraph);
      this.#paragraph = '';
    } else if (word === 'row') {
      this.#rows.push(`<tr>${this.#cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
      this.#cells = [];
    }
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  #byte(byte: number): void {
    if (this.#skip > 0) this.#skip--;
    else if (byte !== 10 && byte !== 13) this.#bytes.push(byte);
  }

  #unicode(number: number): void {
    this.#write(String.fromCharCode(number < 0 ? number + 65536 : number));
    this.#skip = this.#state.standIns;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#write(decode(bytes, this.#encoding));
  }

  #write(words: string): void {
    const { fact, style } = this.#state;
    if (typeof style === 'number') this.#nameStyle(style, words);
    else if (fact === 'title' || fact === 'author')
      this.#facts[fact] = `${this.#facts[fact] ?? ''}${words}`.trimStart();
    else this.#append(words.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
  }

  #nameStyle(number: number, name: string): void {
    const level = /^heading (\d)/i.exec(name.trim())?.[1];
    if (level !== undefined) this.#styles.set(number, Math.min(6, Number(level)));
    else if (/^title;?$/i.test(name.trim())) this.#styles.set(number, 1);
  }

  #append(html: string): void {
    const { silent, hidden, raised, struck, bold, note, fact } = this.#state;
    if (silent || hidden || fact !== undefined) return;
    const looked = raised ? `<sup>${html}</sup>` : bold ? `<b>${html}</b>` : html;
    const words = struck ? `<s>${looked}</s>` : looked;
    if (note) this.#notes += words;
    else this.#paragraph += words;
  }

  #endParagraph(): void {
    if (this.#state.note) {
      this.#notes += '</p><p>';
      return;
    }
    if (this.#inTable) {
      this.#paragraph += ' ';
      return;
    }
    this.#endTable();
    const tag = this.#level === undefined ? (this.#inList ? 'li' : 'p') : `h${this.#level}`;
    const notes = this.#notes === '' ? '' : `<p>${this.#notes}</p>`;
    if (this.#paragraph.trim() !== '' || notes !== '') {
      const open = tag === 'li' && !this.#html.endsWith('</li></ul>');
      const html = `<${tag}>${this.#paragraph}</${tag}>`;
      if (tag === 'li')
        this.#html = open ? `${this.#html}<ul>${html}</ul>` : `${this.#html.slice(0, -5)}${html}</ul>`;
      else this.#html += html;
      this.#html += notes;
    }
    this.#paragraph = '';
    this.#notes = '';
  }

  #endTable(): void {
    if (this.#rows.length > 0) this.#html += `<table>${this.#rows.join('')}</table>`;
    this.#rows = [];
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (cause) {
    if (cause instanceof RangeError) return new TextDecoder('windows-1252').decode(bytes);
    throw cause;
  }
}
