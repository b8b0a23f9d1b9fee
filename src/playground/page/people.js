/**
 * Names and pictures of the people in the channel.
 *
 * @typedef {import('../shapes/message-shapes.ts').ApiUser} ApiUser
 */

const COLORS = ['#5865f2', '#757e8a', '#3ba55c', '#faa61a', '#ed4245', '#eb459e'];

/** @param {ApiUser} user @returns {string} */
export function nameOf(user) {
  return user.global_name ?? user.username;
}

/** @param {ApiUser} user @returns {string} the address of a picture drawn here: nothing is fetched from Discord */
export function avatarOf(user) {
  if (user.bot) return '/avatar-bot.svg';
  const sum = [...user.id].reduce((total, digit) => total + Number(digit), 0);
  const initial = /[\p{L}\p{N}]/u.exec(nameOf(user))?.[0]?.toUpperCase() ?? '?';
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">' +
    `<rect width="40" height="40" fill="${COLORS[sum % COLORS.length]}"/>` +
    '<text x="20" y="27" font-family="sans-serif" font-size="20" font-weight="600" fill="#fff" text-anchor="middle">' +
    `${initial}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/**
 * @param {string} iso
 * @param {Date} now
 * @returns {string} as Discord writes it: "Today at 10:41", "Yesterday at 9:05", "11/20/2026 14:00"
 */
export function timeOf(iso, now) {
  const date = new Date(iso);
  const time = date.toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' });
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  if (date.getTime() >= midnight) return `Today at ${time}`;
  if (date.getTime() >= midnight - 24 * 3600 * 1000) return `Yesterday at ${time}`;
  return `${date.toLocaleDateString()} ${time}`;
}
