import { DOMParser } from 'linkedom';
import type { DomRoot } from './html/dom.ts';

/** The document of an XML source; whatever is broken in it, there is one. Entities of its own are not expanded. */
export function parseXml(source: string): DomRoot {
  return new DOMParser().parseFromString(source, 'text/xml');
}
