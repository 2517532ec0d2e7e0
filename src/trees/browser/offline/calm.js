/**
 * When to take the site onto the device: when nothing that the reader waits for is slowed by it.
 *
 * Boundary: waits, and fetches nothing. Of the tree it knows only the mark that says how its engine is.
 */
import { isSlow, savesData } from "../element/intent.js";
import { START_LIMIT } from "../protocol.js";

/**
 * Wait for a calm moment.
 *
 * @returns {Promise<boolean>} false where the line should carry little: then there is none
 */
export async function calm() {
  const tree = /** @type {HTMLElement | null} */ (document.querySelector("decision-tree"));
  if (savesData() || (isSlow() && !tree)) return false;
  // On a slow line the engine waits until the reader shows interest, and so does this.
  if (tree) await Promise.race([engineSettled(tree), ...(isSlow() ? [] : [after(START_LIMIT)])]);
  await idle();
  return true;
}

/**
 * Wait until the page is loaded and has nothing to do.
 *
 * @returns {Promise<unknown>}
 */
export async function idle() {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  if (!("requestIdleCallback" in globalThis)) return after(1_000);
  return new Promise((resolve) => requestIdleCallback(resolve));
}

/**
 * @param {HTMLElement} tree
 * @returns {Promise<void>}
 */
function engineSettled(tree) {
  return new Promise((resolve) => {
    const look = () => {
      const { engine = "starting" } = tree.dataset;
      if (engine !== "starting") resolve();
    };
    new MutationObserver(look).observe(tree, { attributeFilter: ["data-engine"] });
    look();
  });
}

/** @param {number} time in milliseconds */
function after(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}
