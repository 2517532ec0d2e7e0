/**
 * The page's side of the worker: one engine for the whole visit, whatever pages come and go.
 *
 * Boundary: speaks protocol.js; knows nothing of the DOM. A start that takes too long is reported as
 * failed, but goes on: should it come to an end after all, the engine is ready.
 * @import { Config } from "./config.js"
 * @import { FromWorker, Origin, Request, ToWorker, View } from "../protocol.js"
 */
import { savesData } from "./intent.js";
import { whenCalm } from "./keeping.js";
import { START_LIMIT } from "../protocol.js";

/** How the start shows in the browser's own measurements. */
const MARK = "decision-tree";

/** A request that was not answered; `message` is for the console, never for readers. */
export class Unanswered extends Error {}

export class Engine extends EventTarget {
  /** @type {"idle" | "starting" | "ready" | "failed"} */
  state = "idle";
  /** What the start was made from. @type {Origin | ""} */
  origin = "";
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, { resolve(view: View): void, reject(why: Error): void }>} */
  #waiting = new Map();
  #last = 0;

  /**
   * @param {string} worker address of its script
   * @param {string} manifest address of the bundle's manifest
   */
  constructor(worker, manifest) {
    super();
    this.worker = worker;
    this.manifest = manifest;
  }

  /**
   * Start the worker, unless that has been done.
   *
   * @param {{ anew?: boolean }} [options] `anew`: from nothing that an earlier visit kept
   */
  start({ anew = false } = {}) {
    if (this.state !== "idle") return;
    this.#become("starting");
    if (!this.worker || !this.manifest || !("Worker" in globalThis && "WebAssembly" in globalThis)) {
      return this.#become("failed");
    }
    setTimeout(() => this.state === "starting" && this.#become("failed"), START_LIMIT);
    try {
      this.#open(anew);
    } catch {
      this.#become("failed");
    }
  }

  /** Forget a failure and begin anew. */
  retry() {
    this.#worker?.terminate();
    this.state = "idle";
    this.start({ anew: true });
  }

  stop() {
    this.#worker?.terminate();
    this.#become("failed");
  }

  /**
   * @param {Request} request
   * @param {Config["trees"]} trees
   * @returns {Promise<View>}
   */
  ask(request, trees) {
    const id = ++this.#last;
    const addresses = Object.fromEntries(Object.entries(trees).map(([tree, { data }]) => [tree, data]));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#post({ type: "ask", id, request, trees: addresses });
    });
  }

  /** @param {boolean} anew */
  #open(anew) {
    performance.mark(MARK);
    const worker = new Worker(this.worker, { type: "module", name: "decision-tree" });
    worker.addEventListener("message", (event) => this.#hear(event.data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#become("failed");
    });
    this.#worker = worker;
    this.#post({ type: "start", manifest: this.manifest, keeps: !savesData(), anew });
  }

  /** @param {FromWorker} message */
  #hear(message) {
    if (message.type === "ready") return this.#onReady(message.origin);
    if (message.type === "failed") return this.#become("failed");
    const asked = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === "view") asked?.resolve(message.view);
    else asked?.reject(new Unanswered(`${message.why}: ${message.detail}`));
  }

  /** @param {Origin} origin */
  #onReady(origin) {
    this.origin = origin;
    performance.measure(MARK, MARK);
    this.#become("ready");
    whenCalm((keeps) => this.#post({ type: "settle", keeps }));
  }

  /** @param {ToWorker} message */
  #post(message) {
    this.#worker?.postMessage(message);
  }

  /** @param {Engine["state"]} state */
  #become(state) {
    this.state = state;
    if (state === "failed") {
      for (const { reject } of this.#waiting.values()) reject(new Unanswered("no engine"));
      this.#waiting.clear();
    }
    this.dispatchEvent(new Event("change"));
  }
}

/** @type {Engine | undefined} */
let only;

/**
 * Return the engine of this visit; a new one where the site has been published anew meanwhile.
 *
 * @param {Config} config
 */
export function engineFor(config) {
  if (only?.worker !== config.worker || only.manifest !== config.runtime) {
    only?.stop();
    only = new Engine(config.worker, config.runtime);
  }
  return only;
}
