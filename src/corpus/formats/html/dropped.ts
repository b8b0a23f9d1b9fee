import type { DropReason } from '../../cleaning/clean-rules.ts';
import type { DroppedLine } from '../../cleaning/clean-text.ts';
import type { DomElement } from './dom.ts';
import { blockText } from './html-lines.ts';

/** Takes an element out of its page and notes why. */
export type Drop = (element: DomElement, reason: DropReason) => void;

/** How much of what a page loses is told: it is there to be looked through, not to be kept. */
const TOLD = { lines: 400, length: 300 } as const;

/** What is taken out of a page, line by line, and the function that takes it out. */
export class DroppedFromPage {
  readonly lines: DroppedLine[] = [];

  readonly drop: Drop = (element, reason) => {
    this.tell(blockText(element), reason);
    element.remove();
  };

  /** Notes a text that is left out. */
  tell(text: string, reason: DropReason): void {
    if (this.lines.length >= TOLD.lines) return;
    for (const line of text.split('\n')) {
      if (line.trim() === '' || this.lines.length >= TOLD.lines) continue;
      this.lines.push({ line: 0, text: line.trim().slice(0, TOLD.length), reason });
    }
  }
}
