/**
 * Opens a tree's page where its address leads, while the page is still being read: what is painted first
 * is what stays.
 *
 * Boundary: a script of its own that stands before the tree, put together with what it imports
 * (page_parts.py). It marks what the style sheet shows, until the engine decides or the reader goes on.
 * Browsers know `:target` only once the page is whole, and answers mean nothing to them.
 */
import { placeOf } from "../element/address.js";
import { follow } from "./follow.js";
import { keepLinks } from "./links.js";
import { forget, showNode, wait } from "./marks.js";

const rest = location.hash.slice(1);

/** Open what is there by now; say whether that is settled. */
function open() {
  const tree = /** @type {HTMLElement | null} */ (document.querySelector("decision-tree.dt"));
  const isWhole = Boolean(tree?.querySelector(":scope > .dt-status"));
  if (!tree) return false;
  if (!rest.includes("=")) return showPlace(tree) || isWhole;
  if (isWhole) showAnswers(tree);
  return isWhole;
}

/** @param {HTMLElement} tree */
function showPlace(tree) {
  const node = document.getElementById(placeOf(rest))?.closest("decision-tree > .dt-node");
  if (node) showNode(tree, node);
  return Boolean(node);
}

/** @param {HTMLElement} tree */
function showAnswers(tree) {
  const found = follow(tree, rest);
  if (found) showNode(tree, found.node, found.trail);
  else wait(tree);
}

/** Nothing of the tree shows until it is settled what will, or until no more of the page comes. */
function watch() {
  const isOpen = open() || document.readyState !== "loading";
  document.documentElement.toggleAttribute("data-dt-opening", !isOpen);
  if (isOpen) reading.disconnect();
}

const reading = new MutationObserver(watch);
// Where a theme loads pages by itself, the element is there already, and at work.
if (rest && !customElements.get("decision-tree")) {
  reading.observe(document, { childList: true, subtree: true });
  document.addEventListener("readystatechange", watch, { once: true });
  addEventListener("hashchange", forget, { once: true });
  watch();
}
keepLinks();
