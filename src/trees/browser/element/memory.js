/**
 * What a visit remembers of each tree's page: the last state, and clicks that wait for the engine.
 *
 * Boundary: in memory only, gone with the visit. Themes that load pages by themselves replace the
 * element at will, even when the reader only goes back within one page; this outlives it.
 * @import { State } from "../protocol.js"
 */
import { Way } from "./way.js";

export class Memory {
  /** @type {State | null} */
  last = null;
  way = new Way();
}

/** @type {Map<string, Memory>} */
const memories = new Map();

/** @param {string} page */
export function memoryOf(page) {
  const memory = memories.get(page) ?? new Memory();
  memories.set(page, memory);
  return memory;
}
