import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DEFAULTS = { towns: 40, versions: 40 } as const;

export const THINGS = [
  'bridge',
  'harbour',
  'library',
  'mill',
  'station',
  'lighthouse',
  'school',
  'market',
] as const;

/** Names that no list has. */
export function townOf(number: number): string {
  const heads = ['Oster', 'Wenn', 'Hes', 'Brand', 'Kil', 'Mar', 'Nor', 'Ul', 'Dor', 'Fal'];
  const middles = ['en', 'er', 'in', 'ol'];
  const tails = ['by', 'dal', 'sel'];
  const pick = (from: readonly string[], place: number) => from[place % from.length] ?? '';
  const n = Math.floor(number) % DEFAULTS.towns;
  return `${pick(heads, n)}${pick(middles, Math.floor(n / 10))}${pick(tails, Math.floor(n / 40))}`;
}

function article(number: number, version: number): string {
  const town = townOf(number);
  const lines = THINGS.map((thing, i) => {
    const year = 1700 + ((number * 7 + i * 31 + version) % 300);
    return `The ${thing} of ${town} was built in ${year} by ${townOf(number + i + 1)} and its people. On ${1 + (i % 28)} June ${year} mayor Ada ${town} opened it, and ${10 + ((number + version) % 90)} families came.`;
  });
  return `---\ntitle: What stands in ${town}\npublisher: The ${town} Post\npublished: 2021-0${1 + (number % 9)}-12\n---\n${lines.join('\n\n')}\n`;
}

/** A folder of articles about towns that do not exist. */
export function writeArticles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < DEFAULTS.towns; i++) writeFileSync(join(folder, `town-${i}.md`), article(i, 0));
}

/** Changes one of them, as an editor would. */
export function changeArticle(folder: string, number: number): void {
  const version = 1 + (Math.floor(number / DEFAULTS.towns) % DEFAULTS.versions);
  writeFileSync(
    join(folder, `town-${number % DEFAULTS.towns}.md`),
    article(number % DEFAULTS.towns, version),
  );
}
