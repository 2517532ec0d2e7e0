/**
 * One reader's walk through one tree's page: where they are, and the questions to the engine about it.
 *
 * Boundary: states and views; no DOM. Of several requests under way only the newest counts.
 * @import { Config } from "./config.js"
 * @import { Engine } from "./engine.js"
 * @import { Raw, Request, State, View } from "../protocol.js"
 */
import { stateOf, today } from "./address.js";
import { memoryOf } from "./memory.js";
import { Way } from "./way.js";

/** @typedef {{ do: "show" } | { do: "back" } | { do: "answer", raw: Raw } | { do: "change", question: string }} Deed */

/** An answer that came after a newer question. */
export const LATE = Symbol("late");

export class Walk {
  /** What is drawn; null on the static way. @type {View | null} */
  view = null;
  #turn = 0;

  /**
   * @param {string} tree the tree whose page this is
   * @param {Config} config
   * @param {Engine} engine
   */
  constructor(tree, config, engine) {
    this.tree = tree;
    this.config = config;
    this.engine = engine;
    this.memory = memoryOf(tree);
    /** Whether the reader has been on this page before and comes back to a place of their way. */
    this.returns = this.memory.last !== null && this.rest !== "";
  }

  /** Whether the address leads to this page; several can share a document. */
  get isHere() {
    return this.config.page.holds(location.href);
  }

  /** What the address says of this page: a state, a place, or nothing. */
  get rest() {
    return this.isHere ? this.config.page.rest(location.href) : "";
  }

  /** @returns {State} */
  get state() {
    return this.view?.state ?? this.memory.last ?? this.#begun();
  }

  /** Whether there are clicks that the engine has not seen. */
  get replays() {
    return Object.keys(this.memory.way.answers).length > 0;
  }

  /** @returns {State} */
  #begun() {
    const said = stateOf(this.rest, this.tree);
    const answers = { ...said?.answers, ...this.memory.way.answers };
    return { tree: said?.tree ?? this.tree, answers, at: "" };
  }

  /** @param {View} view */
  arrive(view) {
    this.view = view;
    this.memory.last = view.state;
    this.memory.way = new Way();
  }

  /** Onto the static way; the answers are kept. */
  leave() {
    this.view = null;
    this.forgetRequests();
  }

  /** Whatever is under way comes too late. */
  forgetRequests() {
    this.#turn++;
  }

  /**
   * @param {Deed} deed
   * @param {State} [state]
   * @returns {Promise<View | null | typeof LATE>} null where the engine could not say
   */
  async ask(deed, state = this.state) {
    const turn = ++this.#turn;
    const request = /** @type {Request} */ ({ ...deed, state, today: today() });
    const view = await this.engine.ask(request, this.config.trees).catch((why) => {
      console.info("decision-tree:", String(why));
      return null;
    });
    return turn === this.#turn ? view : LATE;
  }
}
