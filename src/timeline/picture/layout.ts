/** A box on the vertical axis: where it would like to be, and how high it is. */
export interface Wish {
  readonly y: number;
  readonly height: number;
}

/**
 * Moves boxes so that none overlap, each as near to its wish as the others let it: neighbours that collide become one
 * block around the mean of their wishes (pool adjacent violators). The boxes keep the order of their wishes.
 *
 * @param wishes in the order of `y` (the wished middle); together no higher than the room
 * @returns the middle of each box
 */
export function spread(wishes: readonly Wish[], top: number, bottom: number): number[] {
  interface Block {
    middle: number;
    height: number;
    readonly members: number[];
  }
  const blocks: Block[] = [];
  for (const [at, wish] of wishes.entries()) {
    blocks.push({ middle: clamp(wish.y, wish.height), height: wish.height, members: [at] });
    for (
      let last = blocks.at(-1), before = blocks.at(-2);
      last && before;
      last = blocks.at(-1), before = blocks.at(-2)
    ) {
      if (before.middle + before.height / 2 <= last.middle - last.height / 2) break;
      const height = before.height + last.height;
      const members = [...before.members, ...last.members];
      blocks.splice(-2, 2, { middle: clamp(wishedMiddle(members, height), height), height, members });
    }
  }
  return blocks.flatMap((block) => {
    let y = block.middle - block.height / 2;
    return block.members.map((member) => {
      const height = wishes[member]?.height ?? 0;
      y += height;
      return y - height / 2;
    });
  });

  function clamp(middle: number, height: number): number {
    return Math.max(top + height / 2, Math.min(bottom - height / 2, middle));
  }

  /** Where a block's middle must be for its members to lie, on the average, where they wish. */
  function wishedMiddle(members: readonly number[], height: number): number {
    let offset = -height / 2;
    let sum = 0;
    for (const member of members) {
      const wish = wishes[member] ?? { y: 0, height: 0 };
      sum += wish.y - (offset + wish.height / 2);
      offset += wish.height;
    }
    return sum / members.length;
  }
}

/** Puts intervals into as few lanes as possible so that none overlap in one lane; those without room get the last. */
export function lanes(intervals: readonly (readonly [from: number, to: number])[], most: number): number[] {
  const ends: number[] = [];
  return intervals.map(([from, to]) => {
    const free = ends.findIndex((end) => end < from);
    const lane = free >= 0 ? free : Math.min(ends.length, most - 1);
    ends[lane] = Math.max(to, free >= 0 ? to : (ends[lane] ?? to));
    return lane;
  });
}
