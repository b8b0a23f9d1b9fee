import type { Edge } from './automaton.ts';

/** The loops of an automaton: its strongly connected components that have a way in them (Tarjan, 1972). */
export function loopsOf(edges: readonly (readonly Edge[])[]): Set<number>[] {
  const order: number[] = [];
  const lowest: number[] = [];
  const stack: number[] = [];
  const onStack = new Set<number>();
  const loops: Set<number>[] = [];
  let count = 0;
  const visit = (place: number): void => {
    order[place] = count;
    lowest[place] = count++;
    stack.push(place);
    onStack.add(place);
    for (const { to } of edges[place] ?? []) {
      if (order[to] === undefined) {
        visit(to);
        lowest[place] = Math.min(lowest[place] ?? 0, lowest[to] ?? 0);
      } else if (onStack.has(to)) lowest[place] = Math.min(lowest[place] ?? 0, order[to] ?? 0);
    }
    if (lowest[place] !== order[place]) return;
    const part = stack.splice(stack.indexOf(place));
    for (const one of part) onStack.delete(one);
    if (part.length > 1 || edges[place]?.some(({ to }) => to === place)) loops.push(new Set(part));
  };
  for (const place of edges.keys()) if (order[place] === undefined) visit(place);
  return loops;
}
