/**
 * The link below a tree to its map: takes along where the reader is.
 *
 * Boundary: the link's address alone; what the map makes of it is way.js's.
 */

/** @param {HTMLElement} root the tree's element */
export function mapLinkOf(root) {
  return /** @type {HTMLAnchorElement | null} */ (root.parentElement?.querySelector(".dt-see-map > a") ?? null);
}

/**
 * @param {HTMLAnchorElement | null} link
 * @param {string} rest the answers, as an address holds them (address.js); may be empty
 * @param {string} node where the reader is
 */
export function pointToMap(link, rest, node) {
  if (!link) return;
  const fields = new URLSearchParams(rest);
  fields.set("at", node);
  link.hash = fields.toString();
}
