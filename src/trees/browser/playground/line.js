/**
 * The page's line to one worker: requests out, answers in, for as long as it lives.
 *
 * Boundary: messages and promises. A worker that fails, or that is ended, answers nothing any more.
 * @import { Answer, FromBench, Parts, Request, ToBench } from "./protocol.js"
 */
import { START_LIMIT } from "./protocol.js";

export class Line {
  /** @type {Worker} */
  #worker;
  /** @type {Map<number, (answer: Answer) => void>} */
  #waiting = new Map();
  #last = 0;
  /** @type {ReturnType<typeof setTimeout>} */
  #patience;

  /**
   * @param {string} script address of the worker's
   * @param {Parts} parts
   * @param {{ onReady(): void, onFailed(detail: string): void }} listener
   */
  constructor(script, parts, listener) {
    this.listener = listener;
    this.#worker = new Worker(script, { type: "module", name: "tree-playground" });
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data));
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail(event.message ?? "the worker did not come");
    });
    this.#patience = setTimeout(() => this.#fail("the start took too long"), START_LIMIT);
    this.#post({ type: "start", parts });
  }

  /**
   * @param {Request} request
   * @returns {Promise<Answer>} never settled where the line is closed
   */
  ask(request) {
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#post({ type: "ask", id, request });
    });
  }

  close() {
    clearTimeout(this.#patience);
    this.#waiting.clear();
    this.#worker.terminate();
  }

  /** @param {ToBench} message */
  #post(message) {
    this.#worker.postMessage(message);
  }

  /** @param {FromBench} message */
  #hear(message) {
    if (message.type === "failed") return this.#fail(message.detail);
    if (message.type === "ready") {
      clearTimeout(this.#patience);
      return this.listener.onReady();
    }
    this.#waiting.get(message.id)?.(message.answer);
    this.#waiting.delete(message.id);
  }

  /** @param {string} detail */
  #fail(detail) {
    this.close();
    this.listener.onFailed(detail);
  }
}
