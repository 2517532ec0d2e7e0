/**
 * Has the newest text checked and proven, whatever came before it.
 *
 * Boundary: no DOM. One text is under way at a time; of those that come meanwhile only the newest is
 * taken. What takes too long is ended with its worker, and a new one goes on from the last text that could be walked.
 * @import { Checked, Parts } from "./protocol.js"
 * @import { Request as Walked } from "../protocol.js"
 */
import { Line } from "./line.js";
import { LIMIT, PATIENCE } from "./protocol.js";

/** How often in a row a worker that dies is started again. */
const MOST_DEATHS = 3;

/** @typedef {{ path: string, text: string }} Text */

/** @typedef {{ onChecked(checked: Checked): void, onTooLong(): void, onFailed(): void }} Listener */

export class Checker {
  /** @type {Line | undefined} */
  #line;
  /** @type {Text | null} */
  #wanted = null;
  #ready = false;
  /** Since when a text is under way; 0 where none is. */
  #since = 0;
  /** What the worker walks through. @type {Text | null} */
  #walked = null;
  #deaths = 0;
  /** How long a check is let go on while a newer text waits: ending it sooner than a start takes gains nothing. */
  #patience = PATIENCE;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #end;

  /**
   * @param {string} script address of the worker's
   * @param {Parts} parts
   * @param {Listener} listener
   */
  constructor(script, parts, listener) {
    this.script = script;
    this.parts = parts;
    this.listener = listener;
    this.#open();
  }

  /** @param {Text} text */
  check(text) {
    this.#wanted = text;
    if (!this.#ready) return;
    if (!this.#since) return void this.#next();
    const left = Math.max(0, this.#since + this.#patience - performance.now());
    this.#endIn(left, () => this.#openAnew());
  }

  /** @param {Walked} request */
  async walk(request) {
    return (await this.#line?.ask({ do: "walk", request }))?.view ?? null;
  }

  /** @param {string} tree @returns {Promise<string>} its page as HTML, empty where there is none */
  async page(tree) {
    return (await this.#line?.ask({ do: "page", tree }))?.page ?? "";
  }

  close() {
    clearTimeout(this.#end);
    this.#line?.close();
    this.#line = undefined;
  }

  #open() {
    const opened = performance.now();
    const line = new Line(this.script, this.parts, {
      onReady: () => {
        this.#ready = true;
        this.#patience = Math.max(PATIENCE, performance.now() - opened);
        this.#next();
      },
      onFailed: (detail) => this.#onDeath(detail),
    });
    this.#line = line;
    this.#ready = false;
    if (this.#walked) line.ask({ do: "check", ...this.#walked });
  }

  #openAnew() {
    this.close();
    this.#open();
  }

  /** @param {string} detail */
  #onDeath(detail) {
    console.info("tree-playground:", detail);
    if (++this.#deaths < MOST_DEATHS) return this.#giveUp();
    this.close();
    this.listener.onFailed();
  }

  /** The text under way cannot be checked here; a newer one may. */
  #giveUp() {
    const begun = this.#ready;
    this.#openAnew();
    if (begun && !this.#wanted) this.listener.onTooLong();
  }

  async #next() {
    const text = this.#wanted;
    this.#wanted = null;
    this.#since = text ? performance.now() : 0;
    if (!text) return;
    this.#endIn(LIMIT, () => this.#giveUp());
    const checked = (await this.#line?.ask({ do: "check", ...text }))?.checked;
    clearTimeout(this.#end);
    this.#deaths = 0;
    if (checked?.tree) this.#walked = text;
    if (checked && !this.#wanted) this.listener.onChecked(checked);
    this.#next();
  }

  /**
   * @param {number} howLong
   * @param {() => void} end
   */
  #endIn(howLong, end) {
    clearTimeout(this.#end);
    this.#end = setTimeout(end, howLong);
  }
}
