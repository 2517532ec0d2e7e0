/**
 * Where the engine runs: in a worker, or on the page's own thread where no worker can be had.
 *
 * Boundary: carries the messages of protocol.js; what they mean is the engine's.
 * @import { FromDesk, ToDesk } from "../protocol.js"
 */

/** @typedef {{ hear(message: FromDesk): void, onBroken(): void }} Listener `onBroken`: it is no more */

export class Thread {
  /** @type {Worker | undefined} */
  #worker;
  /** What was said before any word came back: to be said again if nobody was there. @type {ToDesk[] | null} */
  #unheard = [];
  /** The line to the page's own thread, once that is in use. @type {Promise<(message: ToDesk) => void> | undefined} */
  #here;
  #closed = false;

  /**
   * @param {string} worker address of its script
   * @param {Listener} listener
   */
  constructor(worker, listener) {
    this.listener = listener;
    try {
      this.#open(new Worker(worker, { type: "module", name: "decision-tree" }));
    } catch {
      this.#moveHere();
    }
  }

  /** @param {ToDesk} message */
  post(message) {
    this.#unheard?.push(message);
    if (this.#here) this.#here.then((hear) => hear(message));
    else this.#worker?.postMessage(message);
  }

  close() {
    this.#closed = true;
    this.#worker?.terminate();
  }

  /** @param {Worker} worker */
  #open(worker) {
    this.#worker = worker;
    worker.addEventListener("message", (event) => this.#hear(event.data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (this.#closed) return;
      if (this.#unheard) this.#moveHere();
      else this.listener.onBroken();
    });
  }

  /** @param {FromDesk} message */
  #hear(message) {
    this.#unheard = null;
    if (!this.#closed) this.listener.hear(message);
  }

  /** The worker never came to life: go on here. */
  #moveHere() {
    this.#worker?.terminate();
    this.#here = import("../desk.js").then(({ Desk }) => {
      const desk = new Desk((message) => this.#hear(message));
      return (message) => desk.hear(message);
    });
    const unheard = this.#unheard ?? [];
    this.#here.then(
      (hear) => unheard.forEach(hear),
      () => this.#hear({ type: "failed", detail: "the engine's scripts did not come" }),
    );
  }
}
