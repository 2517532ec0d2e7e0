/**
 * The state in the address: `#taken=yes&started=2026-03-02`, and back.
 *
 * Boundary: strings and states; does not touch the history. A fragment without `=` is not a state
 * but names a place of the page (the static way, a search result, an old link).
 * @import { State } from "../protocol.js"
 */

/**
 * @param {State} state
 * @param {string} page the tree whose page the address is for
 */
export function fragmentOf(state, page) {
  const fields = new URLSearchParams(state.answers);
  if (state.tree !== page) fields.set("from", state.tree);
  // A question without an answer is asked anyway.
  if (state.at in state.answers) fields.set("at", state.at);
  const text = fields.toString();
  return text && `#${text}`;
}

/**
 * @param {string} fragment with its `#`, or empty
 * @param {string} page
 * @returns {State | null} null where the fragment names a place
 */
export function stateOf(fragment, page) {
  if (fragment && !fragment.includes("=")) return null;
  const { from, at, ...answers } = Object.fromEntries(new URLSearchParams(fragment.slice(1)));
  return { tree: from ?? page, answers, at: at ?? "" };
}

/** @param {string} fragment */
export function placeOf(fragment) {
  try {
    return decodeURIComponent(fragment.slice(1));
  } catch {
    return fragment.slice(1);
  }
}

/** The reader's own day, as the engine wants it. */
export function today() {
  const now = new Date();
  const pad = (/** @type {number} */ number, /** @type {number} */ length) =>
    String(number).padStart(length, "0");
  return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1, 2)}-${pad(now.getDate(), 2)}`;
}
