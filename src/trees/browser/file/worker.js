/**
 * The script that runs the engine of a file: as a worker, or as a script of the page where the browser
 * allows a file no worker.
 *
 * Boundary: a desk, and the line between it and the page; the page first hands over the files.
 * @import { FromDesk } from "../protocol.js"
 */
import { Desk } from "../desk.js";
import { hold } from "./files.js";

/** @typedef {(files: Map<string, string>, tell: (message: FromDesk) => void) => Desk} OpenDesk */

/** @type {OpenDesk} */
function openDesk(files, tell) {
  hold(files);
  return new Desk(tell);
}

if ("document" in globalThis) {
  Object.assign(globalThis, { openDesk });
} else {
  const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  scope.addEventListener("message", listen, { once: true });

  /** @param {MessageEvent<Map<string, string>>} event */
  function listen({ data }) {
    const desk = openDesk(data, (message) => scope.postMessage(message));
    scope.addEventListener("message", (event) => desk.hear(event.data));
  }
}
