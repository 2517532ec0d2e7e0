/**
 * The state in the address: `taken=yes&started=2026-03-02`, and back.
 *
 * Boundary: what follows the page's own address behind the `#` (page.js), and states; does not touch
 * the history. A rest without `=` is not a state but names a place (the static way, a search result, an
 * old link).
 * @import { State } from "../protocol.js"
 */

/**
 * @param {State} state
 * @param {string} tree the tree whose page the address is for
 */
export function restOf(state, tree) {
  const fields = new URLSearchParams(state.answers);
  if (state.tree !== tree) fields.set("from", state.tree);
  // A question without an answer is asked anyway.
  if (Object.hasOwn(state.answers, state.at)) fields.set("at", state.at);
  return fields.toString();
}

/**
 * @param {string} rest
 * @param {string} tree
 * @returns {State | null} null where it names a place
 */
export function stateOf(rest, tree) {
  if (rest && !rest.includes("=")) return null;
  const { from, at, ...answers } = Object.fromEntries(new URLSearchParams(rest));
  return { tree: from ?? tree, answers, at: at ?? "" };
}

/** @param {string} rest */
export function placeOf(rest) {
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}

/** Days before this one were over when the first of these pages was made. */
const EARLIEST = "2025-01-01";

/** Whether the device's clock says what cannot be: what would be worked out from it is wrong. */
export function isClockWrong() {
  return today() < EARLIEST;
}

/** The reader's own day, as the engine wants it. */
export function today() {
  const now = new Date();
  const pad = (/** @type {number} */ number, /** @type {number} */ length) =>
    String(number).padStart(length, "0");
  return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1, 2)}-${pad(now.getDate(), 2)}`;
}
