import type { Basis, DatedEvent, Part } from '../../dated-event.ts';
import { PRECISIONS } from '../../resolve/period.ts';

const PARTS: readonly Part[] = ['early', 'mid', 'late', 'first half', 'second half'];

/** How an event's date is given, beside its days. */
export type Traits = Pick<DatedEvent, 'precision' | 'basis' | 'planned' | 'approx' | 'open' | 'part'>;

/** Precision (4 bits), relative, planned, approximate (1 each), open end (2), part of the period (3). */
export function packTraits(event: Traits): number {
  const open = event.open === 'start' ? 1 : event.open === 'end' ? 2 : 0;
  const part = event.part === undefined ? 0 : PARTS.indexOf(event.part) + 1;
  const flags = (event.basis === 'relative' ? 1 : 0) | (event.planned ? 2 : 0) | (event.approx ? 4 : 0);
  return PRECISIONS.indexOf(event.precision) | (flags << 4) | (open << 7) | (part << 9);
}

/** What {@link packTraits} packed. */
export function unpackTraits(traits: number): Traits {
  const open = (traits >> 7) & 3;
  const part = PARTS[((traits >> 9) & 7) - 1];
  const basis: Basis = (traits >> 4) & 1 ? 'relative' : 'stated';
  return {
    precision: PRECISIONS[traits & 15] ?? 'day',
    basis,
    planned: ((traits >> 5) & 1) === 1,
    ...((traits >> 6) & 1 && { approx: true }),
    ...(open > 0 && { open: open === 1 ? ('start' as const) : ('end' as const) }),
    ...(part && { part }),
  };
}
