/** The worker: a desk, and the line between it and the page. */
import { Desk } from "./desk.js";

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const desk = new Desk((message) => scope.postMessage(message));

scope.addEventListener("message", (event) => desk.hear(event.data));
