/**
 * Where the engine runs: in a worker, or on the page's own thread where no worker can be had.
 *
 * Boundary: carries the messages of protocol.js; what they mean is the engine's, and how a desk is had
 * is said by desks.js.
 * @import { FromDesk, ToDesk } from "../protocol.js"
 */
import { openHere, openWorker } from "./desks.js";

/** @typedef {{ hear(message: FromDesk): void, onBroken(): void }} Listener `onBroken`: it is no more */

export class Thread {
  /** @type {Worker | undefined} */
  #worker;
  /** The way to the desk, once it is open. @type {((message: ToDesk) => void) | undefined} */
  #say;
  /** What was said before any word came back: to be said again if nobody was there. @type {ToDesk[] | null} */
  #unheard = [];
  #closed = false;

  /**
   * @param {string} script address of the worker's script
   * @param {Listener} listener
   */
  constructor(script, listener) {
    this.script = script;
    this.listener = listener;
    this.#goToWorker().catch(() => this.#moveHere());
  }

  /** @param {ToDesk} message */
  post(message) {
    this.#unheard?.push(message);
    this.#say?.(message);
  }

  close() {
    this.#closed = true;
    this.#worker?.terminate();
  }

  async #goToWorker() {
    const worker = await openWorker(this.script);
    this.#worker = worker;
    if (this.#closed) return worker.terminate();
    worker.addEventListener("message", (event) => this.#hear(event.data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (this.#closed) return;
      if (this.#unheard) this.#moveHere();
      else this.listener.onBroken();
    });
    this.#sayBy((message) => worker.postMessage(message));
  }

  /** The worker never came to life: go on here. */
  async #moveHere() {
    this.#worker?.terminate();
    this.#say = undefined;
    this.listener.hear({ type: "note", note: "no-worker" });
    try {
      const openDesk = await openHere(this.script);
      const desk = openDesk((message) => this.#hear(message));
      this.#sayBy((message) => desk.hear(message));
    } catch (error) {
      this.#hear({ type: "failed", why: "files", detail: `the engine's scripts did not come: ${error}` });
    }
  }

  /** @param {(message: ToDesk) => void} say */
  #sayBy(say) {
    this.#say = say;
    this.#unheard?.forEach(say);
  }

  /** @param {FromDesk} message */
  #hear(message) {
    this.#unheard = null;
    if (!this.#closed) this.listener.hear(message);
  }
}
