/**
 * Opens a desk for the engine: in a worker, or on the page's own thread.
 *
 * Boundary: how a site does it; in one file, file/element/desks.js stands in this place.
 * @import { FromDesk, ToDesk } from "../protocol.js"
 */

/** @typedef {(tell: (message: FromDesk) => void) => { hear(message: ToDesk): void }} OpenDesk */

/** @param {string} script address of the worker's script */
export async function openWorker(script) {
  return new Worker(script, { type: "module", name: "decision-tree" });
}

/**
 * @param {string} _script
 * @returns {Promise<OpenDesk>}
 */
export async function openHere(_script) {
  const { Desk } = await import("../desk.js");
  return (tell) => new Desk(tell);
}
