/**
 * <decision-tree>: makes the tree in the page walk by the engine.
 *
 * Boundary: the life of the element, and events; what they lead to is the guide's. It moves nothing of
 * the page, and until the engine is ready the page's own links lead on.
 * @import { Engine } from "./engine.js"
 */
import { readConfig, say } from "./config.js";
import { copyMessage, markCopied } from "./copy.js";
import { offerCopying } from "./draw.js";
import { engineFor } from "./engine.js";
import { rawOf } from "./form.js";
import { Guide } from "./guide.js";
import { atIntent } from "./intent.js";
import { placeWithin, showPlace } from "./places.js";
import { BRIEF } from "./status.js";

export class DecisionTree extends HTMLElement {
  /** @type {Guide | undefined} */
  #guide;
  #here = new AbortController();

  connectedCallback() {
    if (!this.dataset["config"]) return;
    const config = readConfig(this);
    const engine = engineFor(config);
    this.#here = new AbortController();
    this.#guide = new Guide(this, config, engine);
    this.#listen(this.#guide, engine);
    this.#begin(this.#guide, engine);
  }

  disconnectedCallback() {
    this.#here.abort();
    this.#guide?.walk.forgetRequests();
  }

  /**
   * @param {Guide} guide
   * @param {Engine} engine
   */
  #listen(guide, engine) {
    const { signal } = this.#here;
    const moved = () => guide.follow();
    this.addEventListener("click", (event) => this.#onClick(event, guide), { signal });
    this.addEventListener("submit", (event) => onSubmit(event, guide), { signal });
    addEventListener("popstate", moved, { signal });
    addEventListener("hashchange", moved, { signal });
    engine.addEventListener("change", () => onEngine(guide, engine), { signal });
    engine.addEventListener("note", () => guide.status.sayNotes(engine.notes), { signal });
  }

  /**
   * @param {Guide} guide
   * @param {Engine} engine
   */
  #begin(guide, engine) {
    offerCopying(this);
    guide.stage.offerForms(true);
    guide.stage.await(guide.awaits);
    guide.status.sayNotes(engine.notes);
    if (engine.state !== "idle") onEngine(guide, engine);
    else if (guide.awaits) guide.wait();
    else atIntent(this, this.#here.signal, () => engine.start());
  }

  /**
   * @param {MouseEvent} event
   * @param {Guide} guide
   */
  #onClick(event, guide) {
    if (event.defaultPrevented || event.button) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = /** @type {Element} */ (event.target).closest("a, button");
    if (target instanceof HTMLButtonElement) return onButton(target, guide);
    if (!(target instanceof HTMLAnchorElement)) return;
    // Themes that load pages by themselves must not follow the link as well, nor load this page anew.
    if (this.#onLink(target, guide)) stop(event);
    else if (target.hash && target.pathname === location.pathname) event.stopPropagation();
  }

  /**
   * @param {HTMLAnchorElement} link
   * @param {Guide} guide
   * @returns {boolean} whether the browser has nothing left to do
   */
  #onLink(link, guide) {
    const answer = link.dataset["answer"];
    const node = nodeOf(link);
    const { view } = guide.walk;
    if (answer !== undefined && view?.here.node === node) {
      guide.act({ do: "answer", raw: answer }, { link });
      return true;
    }
    if (answer !== undefined) return guide.record(link, node, answer);
    const place = view && placeWithin(this, link);
    if (place) showPlace(place);
    return place !== null;
  }
}

/**
 * @param {Guide} guide
 * @param {Engine} engine
 */
function onEngine(guide, engine) {
  guide.packet.fetch();
  guide.root.dataset["engine"] = engine.state === "ready" ? engine.origin : engine.state;
  if (engine.state === "ready") guide.restore({ first: true });
  if (engine.state === "failed") guide.fail();
}

/**
 * @param {HTMLButtonElement} button
 * @param {Guide} guide
 */
function onButton(button, guide) {
  const is = (/** @type {string} */ name) => button.classList.contains(name);
  if (is("dt-back")) guide.act({ do: "back" });
  if (is("dt-restart")) guide.restart();
  if (is("dt-change")) guide.act({ do: "change", question: button.dataset["question"] ?? "" });
  if (is("dt-retry")) guide.retry();
  if (is("dt-copy")) copy(button, guide);
}

/**
 * @param {HTMLButtonElement} button
 * @param {Guide} guide
 */
async function copy(button, guide) {
  if (!(await copyMessage(button))) return guide.status.say("copy-failed");
  guide.status.say("copied", { briefly: true });
  markCopied(button, say(guide.config, "copied"), BRIEF);
}

/**
 * @param {SubmitEvent} event
 * @param {Guide} guide
 */
function onSubmit(event, guide) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.classList.contains("dt-form")) return;
  event.preventDefault();
  guide.send(nodeOf(form), rawOf(form));
}

/** @param {Element} element */
function nodeOf(element) {
  return element.closest(".dt-node")?.getAttribute("data-node") ?? "";
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}
