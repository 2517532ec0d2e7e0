/**
 * When to start the engine: at the reader's first sign of interest, or when the page is idle; at once
 * where an earlier visit kept what it takes.
 *
 * Boundary: calls back, maybe more than once. Who asked to save data, or is on a slow line, is not made
 * to download before they show intent.
 */
import { isKept } from "../store.js";

const SIGNS = ["pointerover", "touchstart", "focusin", "keydown"];

/**
 * @param {HTMLElement} element
 * @param {AbortSignal} signal
 * @param {() => void} start
 */
export function atIntent(element, signal, start) {
  for (const sign of SIGNS) {
    const target = sign === "keydown" ? document : element;
    target.addEventListener(sign, start, { once: true, passive: true, signal });
  }
  if (savesData()) return;
  isKept().then((kept) => kept && !signal.aborted && start());
  if (!isSlow()) whenIdle(signal, start);
}

/**
 * @param {AbortSignal} signal
 * @param {() => void} start
 */
function whenIdle(signal, start) {
  const begin = () => signal.aborted || start();
  if ("requestIdleCallback" in globalThis) requestIdleCallback(begin, { timeout: 1_500 });
  else setTimeout(begin, 1_000);
}

/** Whether the reader asked to have little downloaded and kept. */
export function savesData() {
  return connection()?.saveData ?? false;
}

/** Whether the line is as slow as the networks before the fourth generation. */
export function isSlow() {
  return ["slow-2g", "2g", "3g"].includes(connection()?.effectiveType ?? "");
}

/** @typedef {{ saveData?: boolean, effectiveType?: string }} Connection known to some browsers */

function connection() {
  return /** @type {{ connection?: Connection }} */ (/** @type {unknown} */ (navigator)).connection;
}
