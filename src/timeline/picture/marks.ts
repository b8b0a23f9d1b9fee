import type { DatedEvent } from '../dated-event.ts';
import { type Palette, SIZES } from './style.ts';

const RADIUS = 9;
const ARROW = 16;

/**
 * The mark of one entry beside its words: filled when the text dates it, a ring when nothing but the day of the report is
 * known, dashed when the date is about. A second ring means that sources contradict each other.
 */
export function mark(event: DatedEvent, y: number, conflict: boolean, colours: Palette): string {
  const at = `cx="${SIZES.marks}" cy="${y.toFixed(1)}"`;
  const ring = conflict
    ? `<circle ${at} r="${RADIUS + 6}" fill="none" stroke="${colours.conflict}" stroke-width="3"/>`
    : '';
  return `${ring}<circle ${at} r="${RADIUS}" ${outline(event, colours)}/>`;
}

/** What lasts, as a bar from `top` to `bottom`; an arrow means that it goes on, or that its begin is not told. */
export function bar(
  event: DatedEvent,
  x: number,
  width: number,
  top: number,
  bottom: number,
  colours: Palette,
): string {
  const first = event.open === 'start' ? top + ARROW : top;
  const last = event.open === 'end' ? bottom - ARROW : bottom;
  const body = `<rect x="${(x - width / 2).toFixed(1)}" y="${first.toFixed(1)}" width="${width}" height="${Math.max(1, last - first).toFixed(1)}" rx="${width / 2}" ${outline(event, colours)}${event.open ? ' fill-opacity="0.55"' : ''}/>`;
  const colour = colourOf(event, colours);
  if (event.open === 'end') return `${body}${arrow(x, width, last, ARROW, colour)}`;
  return event.open === 'start' ? `${body}${arrow(x, width, first, -ARROW, colour)}` : body;
}

export function colourOf(event: DatedEvent, colours: Palette): string {
  return event.basis === 'reported' ? colours.reported : event.planned ? colours.planned : colours.stated;
}

function outline(event: DatedEvent, colours: Palette): string {
  const vague = event.approx === true || event.part !== undefined;
  const colour = colourOf(event, colours);
  const fill = event.basis === 'reported' || vague ? colours.ground : colour;
  return `fill="${fill}" stroke="${colour}" stroke-width="4"${vague ? ' stroke-dasharray="5 4"' : ''}`;
}

function arrow(x: number, width: number, y: number, length: number, colour: string): string {
  return `<path d="M${x - width} ${y.toFixed(1)}H${x + width}L${x} ${(y + length).toFixed(1)}Z" fill="${colour}"/>`;
}
