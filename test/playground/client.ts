import type { Playground } from '../../src/playground/playground-types.ts';

export interface Answer {
  status: number;
  type: string | null;
  text: string;
  body: {
    id?: string;
    code?: number;
    message?: string;
    errors?: unknown;
    flags?: number;
    content?: unknown;
    version?: unknown;
    options?: unknown;
  };
}

/** A bare REST client: what the bot's library would send, without its help. */
export function restClient(playground: Playground, token: string | undefined = playground.token) {
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const form = body instanceof FormData;
    const response = await fetch(`${playground.apiUrl}/v10${path}`, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bot ${token}` }),
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text,
      body: text === '' ? {} : JSON.parse(text),
    };
  };
}

/** Flattens Discord's nested errors to `path: CODE`. */
export function complaints(errors: unknown, path = ''): string[] {
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([key, value]) => {
    if (key !== '_errors' || !Array.isArray(value)) {
      return complaints(value, path === '' ? key : `${path}.${key}`);
    }
    return value.map(({ code }) => `${path}: ${code}`);
  });
}
