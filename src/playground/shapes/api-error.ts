/** One complaint about a field, as in Discord's `_errors` lists. */
export interface FieldError {
  code: string;
  message: string;
}

/** Discord's nested form errors: the path of a field, ending in `_errors`. */
export interface ErrorTree {
  [key: string]: ErrorTree | FieldError[];
}

/**
 * A refusal of the REST API: HTTP status, Discord's JSON error code and message.
 * Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: ErrorTree | undefined;

  constructor(status: number, code: number, message: string, errors?: ErrorTree) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The JSON body that Discord would send. */
  body(): { message: string; code: number; errors?: ErrorTree } {
    return { message: this.message, code: this.code, ...(this.errors ? { errors: this.errors } : {}) };
  }
}

export const notFound = () => new ApiError(404, 0, '404: Not Found');
export const methodNotAllowed = () => new ApiError(405, 0, '405: Method Not Allowed');
export const unauthorized = () => new ApiError(401, 0, '401: Unauthorized');
export const unknownMessage = () => new ApiError(404, 10008, 'Unknown Message');
export const unknownChannel = () => new ApiError(404, 10003, 'Unknown Channel');
export const unknownGuild = () => new ApiError(404, 10004, 'Unknown Guild');
export const unknownMember = () => new ApiError(404, 10007, 'Unknown Member');
export const missingAccess = () => new ApiError(403, 50001, 'Missing Access');
export const unknownUser = () => new ApiError(404, 10013, 'Unknown User');
export const unknownWebhook = () => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownApplication = () => new ApiError(404, 10002, 'Unknown Application');
export const unknownInteraction = () => new ApiError(404, 10062, 'Unknown interaction');
export const unknownCommand = () => new ApiError(404, 10063, 'Unknown application command');
export const tooLarge = () => new ApiError(413, 40005, 'Request entity too large');
export const alreadyAcknowledged = () =>
  new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const notTheAuthor = () => new ApiError(403, 50005, 'Cannot edit a message authored by another user');
export const tooManyFollowUps = () =>
  new ApiError(400, 40094, 'This interaction has reached the maximum number of follow-up messages');
export const emptyMessage = () => new ApiError(400, 50006, 'Cannot send an empty message');
export const invalidToken = () => new ApiError(401, 50027, 'Invalid Webhook Token');
export const invalidVersion = () => new ApiError(400, 50041, 'Invalid API version provided');
export const invalidJson = () => new ApiError(400, 50109, 'The request body contains invalid JSON.');

/** Where the complaints about a field are kept in an `ErrorTree`. */
const LEAF = '_errors';

/** 400/50035 about one field; `path` as in the request body. */
export function invalidField(path: readonly PropertyKey[], code: string, message: string): ApiError {
  return new ApiError(400, 50035, 'Invalid Form Body', errorTree([{ path, code, message }]));
}

/** Nests complaints by their paths: `['a', 0]` becomes `{a: {0: {_errors: […]}}}`. */
export function errorTree(complaints: readonly (FieldError & { path: readonly PropertyKey[] })[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of complaints) {
    let node = root;
    for (const key of path) {
      const name = String(key);
      const next = node[name];
      if (next && !Array.isArray(next)) node = next;
      else {
        const made: ErrorTree = {};
        node[name] = made;
        node = made;
      }
    }
    const list = node[LEAF];
    if (Array.isArray(list)) list.push({ code, message });
    else node[LEAF] = [{ code, message }];
  }
  return root;
}
