/**
 * When the worker may keep its snapshot: once the page is idle, and never once the reader has left.
 *
 * Boundary: calls back once.
 */

/** The reader has just got their first answer; let them act on it first. */
const CALM = 1_000;

/** @param {(keeps: boolean) => void} settle */
export function whenCalm(settle) {
  const decide = () => settle(document.visibilityState === "visible");
  setTimeout(() => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(decide);
    else decide();
  }, CALM);
}
