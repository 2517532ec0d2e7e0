/**
 * Follows answers by the page's own links, as a reader would who clicks them one after the other.
 *
 * Boundary: the page and an address in, a node and its trail out. It decides nothing: where an answer is
 * no link, or where its link leads to depends on more (a fork), the engine has to say.
 * @import { Entry } from "../protocol.js"
 */
import { stateOf } from "../element/address.js";

/**
 * @param {HTMLElement} tree
 * @param {string} rest what follows the page's address
 * @returns {{ node: Element, trail: Entry[] } | null}
 */
export function follow(tree, rest) {
  const id = tree.dataset["tree"] ?? "";
  const state = stateOf(rest, id);
  if (!state || state.tree !== id || state.at) return null;
  const answers = new Map(Object.entries(state.answers));
  /** @type {Entry[]} */
  const trail = [];
  let node = tree.querySelector(":scope > .dt-start");
  while (node && answers.size > trail.length) {
    const entry = entryAt(node, answers, id);
    if (!entry || trail.some(({ question }) => question === entry.question)) return null;
    trail.push(entry);
    node = nodeBehind(linkOf(node, entry.answer), tree);
  }
  // One question more that has its answer already: whoever comes twice to one has to be told by the engine.
  return node && !answers.has(nameOf(node)) ? { node, trail } : null;
}

/**
 * @param {Element} node
 * @param {Map<string, string>} answers
 * @param {string} tree
 * @returns {Entry | null}
 */
function entryAt(node, answers, tree) {
  const question = nameOf(node);
  const answer = answers.get(question);
  const label = answer !== undefined && linkOf(node, answer)?.querySelector(".dt-label");
  const heading = node.querySelector("h2");
  if (!label || !heading || heading.querySelector(".dt-slot")) return null;
  const value = textOf(label);
  return { tree, question, ask: textOf(heading), answer, shown: { type: "words", value }, type: "option", optional: false };
}

/**
 * @param {Element} node
 * @param {string} answer
 */
function linkOf(node, answer) {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (node.querySelectorAll("a.dt-option[data-answer]"));
  return [...links].find(({ dataset }) => dataset["answer"] === answer) ?? null;
}

/**
 * @param {HTMLAnchorElement | null} link
 * @param {HTMLElement} tree
 */
function nodeBehind(link, tree) {
  const href = link?.getAttribute("href") ?? "";
  const node = href.startsWith("#") ? document.getElementById(href.slice(1))?.closest(".dt-node") : null;
  return node && tree.contains(node) && !node.matches(".dt-fork") ? node : null;
}

/** @param {Element} node */
function nameOf(node) {
  return node.getAttribute("data-node") ?? "";
}

/** @param {Element} element */
function textOf(element) {
  return (element.textContent ?? "").trim();
}
