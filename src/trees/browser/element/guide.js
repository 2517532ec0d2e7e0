/**
 * Leads one reader through the page: from a deed or an address to a view that is drawn.
 *
 * Boundary: brings together walk, stage, address and focus; events come from decision-tree.js. Whatever
 * fails, it ends on the static way, where the page's own links lead on.
 * @import { Config } from "./config.js"
 * @import { Engine } from "./engine.js"
 * @import { Change } from "./travel.js"
 * @import { Deed } from "./walk.js"
 * @import { Raw, State, View } from "../protocol.js"
 */
import { placeOf, restOf, stateOf } from "./address.js";
import { drawStatic, drawView, offerTools } from "./draw.js";
import { moveTo } from "./focus.js";
import { showProblem } from "./form.js";
import { Lender } from "./lend.js";
import { mapLinkOf, pointToMap } from "./map-link.js";
import { treeAt } from "./page.js";
import { SLOW } from "../protocol.js";
import { Stage } from "./stage.js";
import { Status } from "./status.js";
import { entriesOf } from "./trail.js";
import { goTo, hasGoneOn, writeFragment } from "./travel.js";
import { LATE, Walk } from "./walk.js";

/** When a request that is under way is spoken of. */
const NOTICED = 400;

/** @typedef {{ change: Change, focus: boolean, keepInputs?: boolean }} Arrival */

export class Guide {
  /** A form sent before the engine was ready. @type {{ node: string, raw: Raw } | null} */
  #sent = null;
  #fragment = "";
  #busy = false;

  /**
   * @param {HTMLElement} root
   * @param {Config} config
   * @param {Engine} engine
   */
  constructor(root, config, engine) {
    this.root = root;
    this.config = config;
    this.engine = engine;
    this.tree = root.dataset["tree"] ?? "";
    this.page = config.page;
    this.stage = new Stage(root, this.page);
    this.status = new Status(root, config);
    this.mapLink = mapLinkOf(root);
    this.packet = new Lender(root, config, this.status);
    this.walk = new Walk(this.tree, config, engine);
    if (this.stage.opened) this.#takeOver();
  }

  /** The answers that the page opened with count as clicks, should the reader go on before the engine is ready. */
  #takeOver() {
    for (const { dataset } of entriesOf(this.stage.trail)) {
      this.walk.memory.way.record(dataset["question"] ?? "", dataset["answer"] ?? "");
    }
  }

  /** Whether the address holds answers that the page's own links could not follow. */
  get awaits() {
    return this.walk.rest.includes("=") && !this.stage.opened;
  }

  /**
   * Ask the engine and draw what it says. A deed while one is under way is a double click.
   *
   * @param {Deed} deed
   * @param {{ state?: State, link?: HTMLAnchorElement }} [options] `link`: where to go on without it
   */
  async act(deed, { state, link } = {}) {
    if (this.#busy) return;
    this.#busy = true;
    const noticed = setTimeout(() => this.#sayBusy(link), NOTICED);
    const view = await this.walk.ask(deed, state);
    link?.removeAttribute("aria-busy");
    clearTimeout(noticed);
    this.#busy = false;
    if (view === LATE) return;
    if (view) return this.#arrive(view, { change: "push", focus: true });
    this.fail();
    link?.click();
  }

  /** Not at once: it would have the page painted anew just when the answer comes. @param {HTMLElement} [link] */
  #sayBusy(link) {
    this.status.say("loading");
    link?.setAttribute("aria-busy", "true");
  }

  restart() {
    return this.act({ do: "show" }, { state: { tree: this.walk.state.tree, answers: {}, at: "" } });
  }

  /**
   * Show what the address says.
   *
   * @param {{ first: boolean }} when whether the engine has drawn nothing here yet
   */
  async restore({ first }) {
    if (!this.walk.isHere) return;
    const asked = stateOf(this.walk.rest, this.tree);
    const place = asked ? "" : placeOf(this.walk.rest);
    const seen = first ? (this.stage.opened ?? this.stage.staticNode(place)) : null;
    const view = await this.walk.ask({ do: "show" }, asked ?? { ...this.walk.state, at: place });
    if (view === LATE) return;
    if (!view) return this.fail();
    if (place && !leadsTo(view, place)) return this.#showOffTheWay(place);
    const moves = seen !== this.stage.node(view.here.node);
    const acted = !first || this.walk.replays || this.#sent !== null;
    const focus = hasGoneOn() || this.walk.returns || (moves && acted);
    this.#arrive(view, { change: "replace", focus, keepInputs: first });
    if (asked && isOutdated(asked, view)) {
      this.status.notice(Object.keys(view.state.answers).length ? "link-outdated" : "link-too-old");
    }
    this.#sendWaiting(view);
  }

  /** The address changed: by Back or Forward, by a link, or by hand. */
  follow() {
    if (!this.walk.isHere || (this.walk.view && location.hash === this.#fragment)) return;
    this.#sent = null;
    if (this.engine.state === "ready") return void this.restore({ first: false });
    // What is in view is not answered yet, or not any more.
    this.walk.memory.way.forgetFrom(this.stage.staticNode(placeOf(this.walk.rest))?.dataset["node"] ?? "");
  }

  /**
   * Send a form, at once or as soon as the engine is ready.
   *
   * @param {string} node
   * @param {Raw} raw
   */
  send(node, raw) {
    if (this.walk.view) return void this.act({ do: "answer", raw });
    this.#sent = { node, raw };
    this.wait();
  }

  /**
   * Keep a choice for the engine while its link leads on; say whether it leads to another page, where
   * the answers are then taken along.
   *
   * @param {HTMLAnchorElement} link
   * @param {string} node
   * @param {string} answer
   */
  record(link, node, answer) {
    if (this.engine.state === "failed" || this.engine.state === "ready") return false;
    this.walk.memory.way.record(node, answer);
    this.engine.start();
    const tree = treeAt(link.href, this.config.trees);
    const other = tree !== this.tree && this.config.trees[tree];
    if (other) goTo(this.root, other.page, restOf(this.walk.state, tree), "push");
    return Boolean(other);
  }

  /** Start the engine for a reader who waits; say so, and after a while that it takes long. */
  wait() {
    this.engine.start();
    if (this.engine.state !== "starting") return;
    this.status.say("loading");
    setTimeout(() => this.engine.state === "starting" && this.status.say("loading-slow"), SLOW);
  }

  retry() {
    if (this.engine.state === "ready") return void this.restore({ first: false });
    this.stage.offerForms(true);
    this.engine.retry();
    this.wait();
  }

  /** Back to the page's own links, at the node in view; one quiet line says so. */
  fail() {
    const node = this.walk.view?.here.node;
    this.walk.leave();
    this.#sent = null;
    this.packet.takeBack();
    this.stage.release();
    this.stage.offerForms(false);
    offerTools(this.stage, { back: false, restart: false, trail: false });
    const fragment = this.page.fragment(node ?? "");
    if (node && this.walk.isHere && location.hash !== fragment) location.replace(fragment);
    this.status.sayFailed(this.engine.state === "failed" ? this.engine.cause : "");
  }

  /** @param {View} view */
  #sendWaiting(view) {
    const sent = this.#sent;
    this.#sent = null;
    if (sent && sent.node === view.here.node) this.act({ do: "answer", raw: sent.raw });
  }

  /**
   * A place that the answers do not lead to: a node is shown as it stands in the page; anything else
   * (a heading beside the tree) leaves the tree where it is.
   *
   * @param {string} place
   */
  async #showOffTheWay(place) {
    const node = this.stage.placed(place) && this.stage.staticNode(place);
    if (node) {
      this.walk.leave();
      this.status.clear();
      drawStatic(this.stage, node);
      return this.packet.lend(node, null);
    }
    if (this.walk.view) return;
    const view = await this.walk.ask({ do: "show" });
    if (view && view !== LATE) this.#arrive(view, { change: "keep", focus: false, keepInputs: true });
  }

  /**
   * @param {View} view
   * @param {Arrival} how
   */
  #arrive(view, { change, focus, keepInputs = false }) {
    this.status.clear();
    const rest = restOf(view.state, view.here.tree);
    if (view.here.tree !== this.tree) return this.#goOn(view, rest, change);
    const current = this.stage.node(view.here.node);
    if (view.problem && current) return showProblem(current, view.problem, this.config);
    const node = drawView(this.stage, view, this.config, { keepInputs });
    if (!node) return this.fail();
    this.walk.arrive(view);
    writeFragment(this.page.fragment(rest), change);
    pointToMap(this.mapLink, rest, view.here.node);
    this.#fragment = location.hash;
    this.packet.lend(node, view);
    if (focus) moveTo(node);
  }

  /**
   * @param {View} view
   * @param {string} rest
   * @param {Change} change
   */
  #goOn(view, rest, change) {
    const tree = this.config.trees[view.here.tree];
    if (!tree) return this.fail();
    this.status.say("goes-on", { gaps: { title: tree.title } });
    goTo(this.root, tree.page, rest, change);
  }
}

/**
 * Whether a view is what a place of the page stands for: its node, or the fork of an answer given.
 *
 * @param {View} view
 * @param {string} place
 */
function leadsTo(view, place) {
  const [question, answer] = place.split(".");
  const isGiven = view.trail.some((entry) => entry.question === question && entry.answer === answer);
  return view.here.node === place || (answer !== undefined && isGiven);
}

/**
 * Whether a link holds answers that the tree no longer takes.
 *
 * @param {State} asked
 * @param {View} view
 */
function isOutdated(asked, view) {
  return Object.keys(asked.answers).some((question) => !(question in view.state.answers));
}
