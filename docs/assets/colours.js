/**
 * Sets the colours that the reader chose, or that their system prefers, before anything is painted.
 *
 * Boundary: runs once, in the head, and does for the first paint what the theme's script does later.
 * The theme keeps the choice, and its own functions come later; `data-palette` is `theme.palette` of mkdocs.yml.
 */

/**
 * @typedef {{ media: string, scheme: string, primary: string, accent: string }} Colours
 */

/** The choice to follow the system, as the theme writes it. */
const SYSTEM = "(prefers-color-scheme)";

/** @type {Colours[]} */
const offered = JSON.parse(document.currentScript?.dataset["palette"] ?? "[]");
/** Where the theme keeps the choice: under the site's root, which is where this file's folder is. */
const kept = `${new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname}.__palette`;
const chosen = saved() ?? SYSTEM;
const colours = offered.find(({ media }) =>
  chosen === SYSTEM ? media !== SYSTEM && matchMedia(media).matches : media === chosen,
);

new MutationObserver((_, observer) => {
  if (!document.body) return;
  observer.disconnect();
  for (const name of /** @type {const} */ (["media", "scheme", "primary", "accent"])) {
    if (colours) document.body.setAttribute(`data-md-color-${name}`, colours[name]);
  }
}).observe(document.documentElement, { childList: true });

/** @returns {string | undefined} the `media` of the choice */
function saved() {
  try {
    return JSON.parse(localStorage.getItem(kept) ?? "null")?.color.media;
  } catch {
    return undefined; // storage is denied
  }
}
