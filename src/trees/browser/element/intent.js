/**
 * When to fetch the engine: at the reader's first sign of interest, or when the page is idle.
 *
 * Boundary: calls back once. Who asked to save data is not made to download before they show intent.
 */

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
  if (!savesData()) whenIdle(signal, start);
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
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (
    /** @type {unknown} */ (navigator)
  );
  return connection?.saveData ?? false;
}
