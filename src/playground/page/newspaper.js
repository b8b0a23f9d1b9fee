/**
 * The button that brings out the newspaper's next article.
 *
 * @typedef {import('../shapes/page-protocol.ts').NewspaperState} NewspaperState
 */

/**
 * @param {HTMLButtonElement} button
 * @param {() => Promise<void>} publish
 * @returns {(newspaper: NewspaperState | undefined) => void} shows how many are left
 */
export function setUpNewspaper(button, publish) {
  button.addEventListener('click', async () => {
    button.disabled = true;
    await publish();
  });
  return (newspaper) => {
    button.hidden = newspaper === undefined;
    if (newspaper === undefined) return;
    const { title, left } = newspaper;
    button.disabled = left === 0;
    button.textContent = left === 0 ? 'All articles are out' : `Publish an article (${left} left)`;
    button.title = `${title}: ${left} ${left === 1 ? 'article is' : 'articles are'} still to come`;
  };
}
