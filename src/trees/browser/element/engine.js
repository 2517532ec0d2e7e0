/**
 * The page's side of the engine: one engine for the whole visit, whatever pages come and go.
 *
 * Boundary: speaks protocol.js; knows nothing of the DOM. A start that takes too long is reported as
 * failed, but goes on: should it come to an end after all, the engine is ready. An engine that dies is
 * started again, and what was asked of it is asked again.
 * @import { Config } from "./config.js"
 * @import { Bundle, Cause, FromDesk, Note, Origin, Request, ToDesk, View } from "../protocol.js"
 */
import { isClockWrong } from "./address.js";
import { savesData } from "./intent.js";
import { whenCalm } from "./keeping.js";
import { declinesCopies } from "../offline/wish.js";
import { LAST_WORD, SILENCE, START_LIMIT } from "../protocol.js";
import { Thread } from "./thread.js";

/** How the start shows in the browser's own measurements. */
const MARK = "decision-tree";
/** How often in a visit an engine that died is started again. */
const MOST_LIVES = 3;

/** A request that was not answered; `message` is for the console, never for readers. */
export class Unanswered extends Error {}

/** @typedef {{ message: ToDesk, resolve(view: View): void, reject(why: Error): void }} Asked */

export class Engine extends EventTarget {
  /** @type {"idle" | "starting" | "ready" | "failed"} */
  state = "idle";
  /** What the start was made from. @type {Origin | ""} */
  origin = "";
  /** Why there is none. @type {Cause | ""} */
  cause = "";
  /** What goes on without being noticed. @type {Set<Note>} */
  notes = new Set();
  /** @type {Thread | undefined} */
  #thread;
  /** @type {Map<number, Asked>} */
  #waiting = new Map();
  #last = 0;
  #lives = 0;
  /** Whether the thread of now is ready to be asked. */
  #awake = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #patience;

  /**
   * @param {string} worker address of its script
   * @param {Bundle | null} bundle
   */
  constructor(worker, bundle) {
    super();
    this.worker = worker;
    this.bundle = bundle;
  }

  /**
   * Start, unless that has been done.
   *
   * @param {{ anew?: boolean }} [options] `anew`: from nothing that an earlier visit kept
   */
  start({ anew = false } = {}) {
    if (this.state !== "idle") return;
    this.#become("starting");
    if (isClockWrong()) return this.#fail("clock");
    if (!("WebAssembly" in globalThis)) return this.#fail("browser");
    if (!this.worker || !this.bundle) return this.#fail("files");
    performance.mark(MARK);
    this.#open(this.bundle, anew);
  }

  /** Forget a failure and begin anew. */
  retry() {
    this.#thread?.close();
    this.#lives = 0;
    this.state = "idle";
    this.start({ anew: true });
  }

  stop() {
    this.#thread?.close();
    this.#fail("files");
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
      const message = /** @type {ToDesk} */ ({ type: "ask", id, request, trees: addresses });
      this.#waiting.set(id, { message, resolve, reject });
      if (!this.#awake) return;
      this.#thread?.post(message);
      this.#listen();
    });
  }

  /**
   * @param {Bundle} bundle
   * @param {boolean} anew
   */
  #open(bundle, anew) {
    this.#lives++;
    this.#awake = false;
    const thread = new Thread(this.worker, {
      hear: (message) => this.#hear(message),
      onBroken: () => this.#revive(),
    });
    this.#thread = thread;
    thread.post({ type: "start", bundle, keeps: !savesData() && !declinesCopies(), anew });
    setTimeout(() => {
      if (this.#thread === thread && !this.#awake) this.#fail("slow");
    }, START_LIMIT);
  }

  /** @param {FromDesk} message */
  #hear(message) {
    this.#listen();
    if (message.type === "pong") return;
    if (message.type === "ready") return this.#onReady(message.origin);
    if (message.type === "failed") return this.#fail(message.why);
    if (message.type === "note") return this.#note(message.note);
    const asked = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === "view") asked?.resolve(message.view);
    else asked?.reject(new Unanswered(`${message.why}: ${message.detail}`));
  }

  /** @param {Origin} origin */
  #onReady(origin) {
    this.#awake = true;
    for (const { message } of this.#waiting.values()) this.#thread?.post(message);
    this.#listen();
    whenCalm((keeps) => this.#thread?.post({ type: "settle", keeps }));
    if (this.state === "ready") return; // revived: the page has not noticed
    this.origin = origin;
    performance.measure(MARK, MARK);
    this.#become("ready");
  }

  /** While something is asked, silence that lasts means that nobody is there any more. */
  #listen() {
    clearTimeout(this.#patience);
    if (!this.#awake || !this.#waiting.size) return;
    this.#patience = setTimeout(() => {
      this.#thread?.post({ type: "ping" });
      this.#patience = setTimeout(() => this.#revive(), LAST_WORD);
    }, SILENCE);
  }

  #revive() {
    clearTimeout(this.#patience);
    this.#thread?.close();
    if (!this.bundle || this.#lives >= MOST_LIVES) return this.#fail("browser");
    this.#note("revived");
    this.#open(this.bundle, false);
  }

  /** @param {Cause} cause */
  #fail(cause) {
    this.cause = cause;
    for (const { reject } of this.#waiting.values()) reject(new Unanswered("no engine"));
    this.#waiting.clear();
    this.#become("failed");
  }

  /** @param {Note} note */
  #note(note) {
    this.notes.add(note);
    this.dispatchEvent(new Event("note"));
  }

  /** @param {Engine["state"]} state */
  #become(state) {
    this.state = state;
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
export function engineFor({ worker, runtime }) {
  if (only?.worker !== worker || only.bundle?.hash !== runtime?.hash) {
    only?.stop();
    only = new Engine(worker, runtime);
  }
  return only;
}
