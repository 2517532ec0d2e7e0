/**
 * What is marked in a page that opens somewhere: `data-opened` on the tree and on the node that is shown.
 *
 * Boundary: the style sheet (02-in-view.css) shows by these marks; the element takes over what they say.
 * @import { Words } from "../element/config.js"
 * @import { Entry } from "../protocol.js"
 */
import { say } from "../element/config.js";
import { drawTrail } from "../element/trail.js";
import { placeTrail } from "../element/why.js";

/** As in the style sheet: after so long, the element is not expected any more. */
const PATIENCE = 8_000;

/**
 * @param {HTMLElement} tree
 * @param {Element} node
 * @param {Entry[]} [entries] the answers that led there, if any did
 */
export function showNode(tree, node, entries = []) {
  if (!(node instanceof HTMLElement)) return;
  const isStart = node.matches(".dt-start");
  tree.toggleAttribute("data-opened", true);
  node.toggleAttribute("data-opened", true);
  introOf(tree)?.toggleAttribute("data-begun", !isStart);
  const trail = trailOf(tree);
  if (!entries.length || !trail) return;
  const config = wordsOf(tree);
  drawTrail(trail, entries, config);
  placeTrail({ trail, trailPlace: trail.parentElement }, node, config);
  trail.hidden = false;
  const unasked = /** @type {HTMLElement | null} */ (node.querySelector(":scope > .dt-unasked"));
  if (unasked) unasked.hidden = true;
}

/** The first question is not offered as if nothing had been answered. @param {HTMLElement} tree */
export function wait(tree) {
  tree.toggleAttribute("data-awaits", true);
  tree.querySelector(":scope > .dt-status")?.replaceChildren(say(wordsOf(tree), "loading"));
  setTimeout(() => {
    if (customElements.get("decision-tree")) return;
    tree.toggleAttribute("data-awaits", false);
    tree.querySelector(":scope > .dt-status")?.replaceChildren();
  }, PATIENCE);
}

/** The reader goes on by the page's links, where `:target` says what is in view. */
export function forget() {
  const tree = /** @type {HTMLElement | null} */ (document.querySelector("decision-tree[data-opened]"));
  if (!tree) return;
  for (const one of [tree, ...tree.querySelectorAll("[data-opened]")]) one.removeAttribute("data-opened");
  introOf(tree)?.removeAttribute("data-begun");
  const trail = trailOf(tree);
  if (trail) trail.hidden = true;
}

/** @param {HTMLElement} tree */
function introOf(tree) {
  return tree.parentElement?.querySelector(":scope > .dt-intro");
}

/** @param {HTMLElement} tree */
function trailOf(tree) {
  return /** @type {HTMLElement | null} */ (tree.querySelector(".dt-trail"));
}

/** @param {HTMLElement} tree @returns {Words} */
function wordsOf(tree) {
  return { words: JSON.parse(tree.dataset["config"] ?? "{}").words };
}
