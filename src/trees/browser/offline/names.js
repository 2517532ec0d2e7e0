/**
 * What pages and the service worker call things: what is kept, and what pages can ask for.
 *
 * Boundary: names. Several sites may share an origin, a preview within the folder of the site that it
 * previews among them; so each name in Cache Storage says for which folder it is.
 */

/** Take over from the older version, whose pages may be open still. */
export const TAKE_OVER = "take over";
/** Remove the versions that no open page is of. */
export const TIDY_UP = "tidy up";

/** Every cache of a site begins with this; the engine's snapshot is one of them. */
const OURS = "decision-trees-";
const VERSION = `${OURS}version`;

/**
 * @param {URL} root the site's own folder
 * @param {string} version
 */
export function cacheOf(root, version) {
  return `${VERSION} ${root.pathname} ${version}`;
}

/** @param {URL} root */
export function pagesOf(root) {
  return `${OURS}pages ${root.pathname}`;
}

/**
 * Return the versions that are kept of a site.
 *
 * @param {URL} root
 */
export async function versionsOf(root) {
  const prefix = cacheOf(root, "");
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/**
 * Return the names of all caches of a site.
 *
 * @param {URL} root
 */
export async function allOf(root) {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(OURS) && name.split(" ")[1] === root.pathname);
}
