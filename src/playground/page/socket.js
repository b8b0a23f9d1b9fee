/**
 * The page's line to the server: requests with answers, events without, and a new connection when one drops.
 *
 * @typedef {import('../http/page-messages.ts').PageMessage} PageMessage
 * @typedef {import('../shapes/page-protocol.ts').ServerMessage} ServerMessage
 * @typedef {import('../shapes/page-protocol.ts').UploadReply} UploadReply
 * @typedef {Extract<PageMessage, { id: number }>} Request
 * @typedef {Extract<ServerMessage, { id: number }>} Answer
 * @typedef {{ [K in Request['type']]: Omit<Extract<Request, { type: K }>, 'id'> }[Request['type']]} Asking
 * @typedef {{
 *   tell: (message: Exclude<PageMessage, Request>) => void,
 *   ask: (message: Asking) => Promise<Answer>,
 * }} Line
 */

/** Milliseconds before the first new attempt, and the longest wait; each failure doubles it. */
const RETRY = { first: 250, longest: 5000 };

/**
 * @param {{
 *   url: string,
 *   onOpen: () => void,
 *   onEvent: (message: Exclude<ServerMessage, Answer>) => void,
 *   onDown: () => void,
 * }} options `onOpen` is called for every connection: say hello there
 * @returns {Line}
 */
export function openLine({ url, onOpen, onEvent, onDown }) {
  /** @type {Map<number, (answer: Answer) => void>} */
  const waiting = new Map();
  /** @type {WebSocket | undefined} */
  let socket;
  let lastId = 0;
  let wait = RETRY.first;

  const connect = () => {
    const current = new WebSocket(url);
    socket = current;
    current.addEventListener('open', () => {
      wait = RETRY.first;
      onOpen();
    });
    current.addEventListener('message', ({ data }) => receive(JSON.parse(String(data))));
    current.addEventListener('close', () => {
      if (socket !== current) return;
      for (const [id, answer] of waiting) answer(lost(id));
      waiting.clear();
      onDown();
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, RETRY.longest);
    });
  };

  /** @param {ServerMessage} message */
  const receive = (message) => {
    if (!('id' in message)) {
      onEvent(message);
      return;
    }
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  };

  connect();
  return {
    tell: (message) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    ask: (message) => {
      lastId += 1;
      const id = lastId;
      if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve(lost(id));
      socket.send(JSON.stringify({ ...message, id }));
      return new Promise((resolve) => waiting.set(id, resolve));
    },
  };
}

/** @param {number} id @returns {Answer} */
function lost(id) {
  return {
    type: 'refused',
    id,
    text: 'The connection to the playground was lost. Try again when it is back.',
  };
}

/**
 * @param {File} file
 * @returns {Promise<UploadReply>}
 * @throws {Error} with a text for the user when the server does not take the file
 */
export async function upload(file) {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
  const reply = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(reply.message ?? `The file was not taken (${response.status}).`);
  return reply;
}
