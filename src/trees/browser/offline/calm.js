/**
 * When to take the site onto the device: when nothing that the reader waits for is slowed by it.
 *
 * Boundary: waits, and fetches nothing.
 */
import { savesData } from "../element/intent.js";
import { START_LIMIT } from "../protocol.js";

/** What the element measures from its engine's start until that is ready. */
const ENGINE = "decision-tree";

/** @returns {Promise<boolean>} false where the line should carry little: then never */
export async function calm() {
  if (savesData()) return false;
  const slow = isSlow();
  if (document.querySelector("decision-tree")) {
    // On a slow line the engine starts only once the reader shows interest, and so does this.
    await Promise.race(slow ? [engineReady()] : [engineReady(), after(START_LIMIT)]);
  } else if (slow) return false;
  await idle();
  return true;
}

function isSlow() {
  const { connection } = /** @type {{ connection?: { effectiveType?: string } }} */ (
    /** @type {unknown} */ (navigator)
  );
  return connection?.effectiveType?.endsWith("2g") ?? false;
}

/** @returns {Promise<void>} */
function engineReady() {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((seen) => seen.getEntriesByName(ENGINE).length && resolve());
    observer.observe({ type: "measure", buffered: true });
  });
}

/** @param {number} time in milliseconds */
function after(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
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
