/**
 * The HTML of a tree, as elements that can do nothing but stand there.
 *
 * Boundary: the checker escapes every text, as the build does; this is the second wall, since what is
 * shown may be a stranger's text that came by a link. Whatever is not named here is taken away, before
 * it becomes a part of the page.
 */

const TAGS = new Set(
  `a aside b blockquote br button code div dt-ageing em fieldset figcaption figure form h2 h3 input label
   legend li nav ol p section span strong sup ul`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `aria-describedby aria-label aria-live autocomplete class hidden href id inputmode method name novalidate
   role size start tabindex type until value`.split(/\s+/),
);
const DATA = /^data-(?:answer|date|layout|node|slot)$/;

/** @typedef {{ title: string, summary: string, nodes: Node[] }} SafeTree */

/**
 * @param {string} html the page of a tree
 * @param {string} home the address of such a page, which links are relative to
 * @returns {SafeTree}
 */
export function safeTree(html, home) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const tree = page.querySelector("decision-tree");
  // Parsed as if scripts were off, it would say so.
  for (const said of tree?.querySelectorAll("noscript") ?? []) said.remove();
  for (const element of tree?.querySelectorAll("*") ?? []) clean(element, home);
  const words = (/** @type {string} */ css) => page.querySelector(css)?.textContent ?? "";
  return {
    title: words(".dt-intro h1"),
    summary: words(".dt-intro .dt-summary"),
    nodes: [...(tree?.childNodes ?? [])],
  };
}

/**
 * @param {Element} element
 * @param {string} home
 */
function clean(element, home) {
  if (!TAGS.has(element.localName)) return element.replaceWith(element.textContent ?? "");
  for (const { name } of [...element.attributes]) {
    if (!ATTRIBUTES.has(name) && !DATA.test(name)) element.removeAttribute(name);
  }
  const href = element.getAttribute("href");
  if (href !== null && !href.startsWith("#")) leadAway(element, href, home);
}

/**
 * Let a link lead to another page, in a window of its own: the text that is edited stays.
 *
 * @param {Element} link
 * @param {string} href
 * @param {string} home
 */
function leadAway(link, href, home) {
  const address = URL.canParse(href, home) ? new URL(href, home) : null;
  if (!address || !["https:", new URL(home).protocol].includes(address.protocol)) {
    return link.removeAttribute("href");
  }
  link.setAttribute("href", address.href);
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener noreferrer");
}
