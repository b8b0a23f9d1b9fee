import { createHash } from 'node:crypto';
import type { Passage } from '../answer.ts';

/** Eight characters that stay the same as long as passages quote the same words of the same articles. */
export function passageMark(passages: readonly Passage[]): string {
  const hash = createHash('sha256');
  for (const { article, start, end } of passages) {
    hash.update(JSON.stringify([article.id, article.hash, start, article.text.slice(start, end)]));
  }
  return hash.digest('base64url').slice(0, 8);
}
