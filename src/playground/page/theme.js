/** Dark or light: what the system prefers, until the person chooses. */

const KEY = 'footnote-theme';

/**
 * @param {HTMLButtonElement} button the switch
 * @param {(light: boolean) => void} onChange called at once and after every change
 */
export function setUpTheme(button, onChange) {
  const system = matchMedia('(prefers-color-scheme: light)');
  const apply = () => {
    const light = (localStorage.getItem(KEY) ?? (system.matches ? 'light' : 'dark')) === 'light';
    document.documentElement.dataset.theme = light ? 'light' : 'dark';
    button.setAttribute('aria-pressed', String(light));
    button.title = light ? 'Switch to the dark theme' : 'Switch to the light theme';
    onChange(light);
  };
  button.addEventListener('click', () => {
    const light = document.documentElement.dataset.theme === 'light';
    localStorage.setItem(KEY, light ? 'dark' : 'light');
    apply();
  });
  system.addEventListener('change', apply);
  apply();
}
