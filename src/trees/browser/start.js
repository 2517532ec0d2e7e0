/**
 * One start of the engine: from what an earlier visit kept, else from the files.
 *
 * Boundary: decides between boot.js and store.js. Whatever is wrong with a snapshot, it is dropped
 * and the files are used; a snapshot is worth some time, never an answer.
 * @import { Bundle, Note, Origin, Service } from "./protocol.js"
 */
import { askForLibrary, askForRuntime, boot, bootFrom } from "./boot.js";
import { canKeep, drop, keep, take } from "./store.js";

export class Start {
  /** @type {Origin} */
  origin = "files";
  /** Made by this start, and not yet kept. @type {Uint8Array | null} */
  #snapshot = null;
  #hash = "";

  /** @param {(note: Note) => void} tell of what goes on without being noticed */
  constructor(tell) {
    this.tell = tell;
  }

  /**
   * @param {Bundle} bundle
   * @param {{ keeps: boolean, anew: boolean }} wishes `anew`: use nothing that was kept
   * @returns {Promise<Service>}
   */
  async run(bundle, { keeps, anew }) {
    this.#hash = bundle.hash;
    const runtime = askForRuntime(bundle);
    const kept = anew ? await drop() : await take(bundle.hash, () => this.tell("kept-spoilt"));
    const service = kept && (await this.#resume(bundle, runtime, kept));
    return service || this.#begin(bundle, kept ? askForRuntime(bundle) : runtime, keeps);
  }

  /**
   * @param {Bundle} bundle
   * @param {import("./boot.js").Files} runtime
   * @param {Uint8Array} kept
   */
  async #resume(bundle, runtime, kept) {
    try {
      const service = await bootFrom(bundle, runtime, kept);
      this.origin = "snapshot";
      return service;
    } catch (error) {
      console.info("decision-tree: a snapshot could not be used:", String(error));
      this.tell("kept-spoilt");
      await drop();
      return null;
    }
  }

  /**
   * @param {Bundle} bundle
   * @param {import("./boot.js").Files} runtime
   * @param {boolean} keeps
   */
  async #begin(bundle, runtime, keeps) {
    const files = new Map([...runtime, ...askForLibrary(bundle)]);
    const snapshots = keeps && canKeep();
    const { service, snapshot } = await boot(bundle, files, { snapshots });
    this.#snapshot = snapshot;
    if (snapshots && !snapshot) this.tell("not-kept");
    return service;
  }

  /** Keep what was made, or let it go. @param {boolean} keeps */
  async settle(keeps) {
    const snapshot = this.#snapshot;
    this.#snapshot = null;
    if (keeps && snapshot && !(await keep(this.#hash, snapshot))) this.tell("not-kept");
  }

  /** The engine broke: if that was a snapshot's doing, the next start does without. */
  async distrust() {
    if (this.origin === "snapshot") await drop();
  }
}
