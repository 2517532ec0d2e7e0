/**
 * One start of the engine in the worker: from what an earlier visit kept, else from the files.
 *
 * Boundary: decides between boot.js and store.js. Whatever is wrong with a snapshot, it is dropped
 * and the files are used; a snapshot is worth some time, never an answer.
 * @import { Manifest, Origin, Service } from "./protocol.js"
 */
import { askEarly, boot, bootFrom } from "./boot.js";
import { drop, keep, take } from "./store.js";

export class Start {
  /** @type {Origin} */
  origin = "files";
  /** Made by this start, and not yet kept. @type {Uint8Array | null} */
  #snapshot = null;
  #hash = "";

  /**
   * @param {string} address of the bundle's manifest
   * @param {{ keeps: boolean, anew: boolean }} wishes `anew`: use nothing that was kept
   * @returns {Promise<Service>}
   */
  async run(address, { keeps, anew }) {
    const manifest = /** @type {Manifest} */ (await (await get(address)).json());
    const base = new URL(".", address).href;
    this.#hash = manifest.hash;
    const early = askEarly(manifest, base);
    const kept = anew ? await drop() : await take(manifest.hash);
    if (kept) {
      try {
        const service = await bootFrom(manifest, base, kept, early);
        this.origin = "snapshot";
        return service;
      } catch (error) {
        console.info("decision-tree: a snapshot could not be used:", String(error));
        await drop();
      }
    }
    const engine = get(base + manifest.engine).then((response) => response.arrayBuffer());
    // Read by boot in its own time; a failure until then must not count as unheard.
    engine.catch(() => {});
    const snapshots = keeps && "caches" in globalThis;
    const { service, snapshot } = await boot(manifest, base, engine, { early, snapshots });
    this.#snapshot = snapshot;
    return service;
  }

  /** Keep what was made, or let it go. @param {boolean} keeps */
  async settle(keeps) {
    const snapshot = this.#snapshot;
    this.#snapshot = null;
    if (keeps && snapshot) await keep(this.#hash, snapshot);
  }

  /** The engine broke: if that was a snapshot's doing, the next start does without. */
  async distrust() {
    if (this.origin === "snapshot") await drop();
  }
}

/** @param {string} address */
export async function get(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}
