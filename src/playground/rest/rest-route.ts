import { notFound } from '../shapes/api-error.ts';
import type { IncomingFiles } from '../world/message-files.ts';

/** A request to the REST API, read and parsed. */
export interface RestRequest {
  method: string;
  /** Below `/api/v10`, without the query. */
  path: string;
  query: URLSearchParams;
  /** The JSON body, `{}` when there is none. */
  body: unknown;
  files: IncomingFiles;
  /** A part of the path, by the name it has in the route's template. */
  param(name: string): string;
}

/** What goes back; without a body it is sent without a content type as well. */
export interface RestResponse {
  status: number;
  body?: unknown;
}

export interface Route {
  method: string;
  /** E.g. `/channels/:channel/messages`. */
  template: string;
  /** Whether the bot's token must be given; interactions and their webhooks carry a token of their own. */
  needsToken: boolean;
  handle(request: RestRequest): RestResponse;
}

type Handle = Route['handle'];

/** A route that needs the bot's token. */
export function route(method: string, template: string, handle: Handle): Route {
  return { method, template, needsToken: true, handle };
}

/** A route whose token is part of its path. */
export function openRoute(method: string, template: string, handle: Handle): Route {
  return { method, template, needsToken: false, handle };
}

export const ok = (body: unknown): RestResponse => ({ status: 200, body });
export const created = (body: unknown): RestResponse => ({ status: 201, body });
export const noContent = (): RestResponse => ({ status: 204 });

export interface Match {
  route: Route;
  param(name: string): string;
}

/** Finds the route of a path: the match, `'method'` when only the method is wrong, or undefined. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): Match | 'method' | undefined {
  const parts = path.split('/');
  let otherMethod = false;
  for (const candidate of routes) {
    const template = candidate.template.split('/');
    if (template.length !== parts.length) continue;
    if (!template.every((part, index) => part.startsWith(':') || part === parts[index])) continue;
    if (candidate.method !== method) {
      otherMethod = true;
      continue;
    }
    return {
      route: candidate,
      param(name) {
        const value = parts[template.indexOf(`:${name}`)];
        if (value === undefined) throw notFound();
        try {
          return decodeURIComponent(value);
        } catch {
          throw notFound();
        }
      },
    };
  }
  return otherMethod ? 'method' : undefined;
}
