/**
 * Where the page's messages are answered: starts the engine, hands it the trees that it needs, takes
 * one request after another.
 *
 * Boundary: speaks protocol.js with the page and JSON with trees.engine.service. It decides nothing,
 * and does not know whether it runs in a worker or on the page's own thread.
 * @import { FromDesk, Refusal, Request, Response, Service, ToDesk } from "./protocol.js"
 */
import { get } from "./files.js";
import { Start } from "./start.js";

/** The smallest module that there is. */
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

class Refused extends Error {
  /**
   * @param {Refusal} why
   * @param {unknown} detail
   */
  constructor(why, detail) {
    super(String(detail));
    this.why = why;
  }
}

export class Desk {
  #start = new Start((note) => this.tell({ type: "note", note }));
  /** @type {Promise<Service> | undefined} */
  #service;
  /** The addresses from which trees have been handed to the engine. */
  #loaded = new Set();
  /** The requests so far, one behind the other. */
  #queue = Promise.resolve();

  /** @param {(message: FromDesk) => void} tell */
  constructor(tell) {
    this.tell = tell;
  }

  /** @param {ToDesk} message */
  hear(message) {
    if (message.type === "start") this.#begin(message);
    else if (message.type === "settle") this.#start.settle(message.keeps);
    else if (message.type === "ping") this.tell({ type: "pong" });
    else this.#queue = this.#queue.then(() => this.#serve(message));
  }

  /** @param {ToDesk & { type: "start" }} message */
  async #begin({ bundle, keeps, anew }) {
    if (!(await canRun())) return this.tell({ type: "failed", why: "browser", detail: "no WebAssembly" });
    this.#service ??= this.#start.run(bundle, { keeps, anew });
    try {
      await this.#service;
      this.tell({ type: "ready", origin: this.#start.origin });
    } catch (error) {
      this.tell({ type: "failed", why: "files", detail: String(error) });
    }
  }

  /** @param {ToDesk & { type: "ask" }} message */
  async #serve({ id, request, trees }) {
    try {
      this.tell({ type: "view", id, view: await this.#answer(request, trees) });
    } catch (error) {
      if (!(error instanceof Refused)) this.#start.distrust();
      const why = error instanceof Refused ? error.why : "request";
      this.tell({ type: "refused", id, why, detail: String(error) });
    }
  }

  /**
   * @param {Request} request
   * @param {Record<string, string>} trees
   */
  async #answer(request, trees) {
    const engine = await /** @type {Promise<Service>} */ (this.#service);
    await this.#load(engine, request.state.tree, trees);
    for (;;) {
      const response = /** @type {Response} */ (JSON.parse(engine.handle(JSON.stringify(request))));
      if ("view" in response) return response.view;
      if ("error" in response) throw new Refused("request", response.detail ?? response.error);
      const brought = await this.#load(engine, response.needs, trees);
      if (!brought) throw new Refused("tree-missing", response.needs);
    }
  }

  /**
   * Hand a tree to the engine, once for each address; say whether there was anything to hand over.
   *
   * @param {Service} engine
   * @param {string} tree
   * @param {Record<string, string>} trees
   */
  async #load(engine, tree, trees) {
    const address = trees[tree];
    if (!address || this.#loaded.has(address)) return false;
    const response = await get(address).catch((error) => {
      throw new Refused("tree-unreachable", error);
    });
    engine.load(await response.text());
    this.#loaded.add(address);
    return true;
  }
}

/** Whether WebAssembly may run here: a content policy can forbid it, in WebKit only once it is to run. */
async function canRun() {
  try {
    return Boolean(await WebAssembly.instantiate(EMPTY_MODULE));
  } catch {
    return false;
  }
}
