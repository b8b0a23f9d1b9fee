import type { DatedEvent } from '../types.ts';
import { COLOURS, SIZES } from './style.ts';

const RADIUS = 9;
const BAR = 14;
const ARROW = 16;

/**
 * The mark of one event: a point, or a bar from `top` to `bottom`. A dashed outline means about, an arrow that the
 * event goes on, a ring that nothing but the day of the report is known.
 */
export function mark(event: DatedEvent, x: number, top: number, bottom: number): string {
  const colour =
    event.basis === 'reported' ? COLOURS.reported : event.planned ? COLOURS.planned : COLOURS.stated;
  const vague = event.approx === true || event.part !== undefined;
  const fill = event.basis === 'reported' || vague ? COLOURS.ground : colour;
  const outline = `fill="${fill}" stroke="${colour}" stroke-width="4"${vague ? ' stroke-dasharray="5 4"' : ''}`;
  if (bottom - top <= SIZES.point) {
    return `<circle cx="${x}" cy="${((top + bottom) / 2).toFixed(1)}" r="${RADIUS}" ${outline}/>`;
  }
  const first = event.open === 'start' ? top + ARROW : top;
  const last = event.open === 'end' ? bottom - ARROW : bottom;
  const bar = `<rect x="${x - BAR / 2}" y="${first.toFixed(1)}" width="${BAR}" height="${Math.max(1, last - first).toFixed(1)}" rx="${BAR / 2}" ${outline}${event.open ? ' fill-opacity="0.55"' : ''}/>`;
  if (event.open === 'end') return `${bar}${arrow(x, last, ARROW, colour)}`;
  return event.open === 'start' ? `${bar}${arrow(x, first, -ARROW, colour)}` : bar;
}

function arrow(x: number, y: number, length: number, colour: string): string {
  return `<path d="M${x - BAR} ${y.toFixed(1)}H${x + BAR}L${x} ${(y + length).toFixed(1)}Z" fill="${colour}"/>`;
}
