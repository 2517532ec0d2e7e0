/**
 * Shows on the map of a tree the way that its reader has taken.
 *
 * Boundary: the address in, marks out; no engine. The way comes behind the `#`, as answers do
 * (address.js), with the node that the reader is at. All else stands in the page.
 * @import { State } from "../protocol.js"
 */
import { restOf, stateOf } from "../element/address.js";

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";
/** How large the mark of a step is, in px. */
const RADIUS = 12;

export class WayOnMap {
  /**
   * @param {HTMLElement} map
   * @param {AbortSignal} signal when the map is there no more
   */
  constructor(map, signal) {
    this.map = map;
    addEventListener("hashchange", () => this.#show(), { signal });
    map.querySelector(".dt-map-find")?.addEventListener("click", () => this.#find(), { signal });
    this.#show();
  }

  /** Show what the address says; a place on this page changes nothing. */
  #show() {
    const rest = location.hash.slice(1);
    const state = rest.includes("=") ? stateOf(rest, this.#tree) : null;
    if (!state) return;
    this.#clear();
    const way = this.#wayOf(state);
    way.forEach((node, at) => this.#mark(node, at + 1, node === state.at));
    for (const [at, node] of way.entries()) this.#join(way[at - 1], node, state.answers);
    this.#leadBack(state, way);
    const line = this.map.querySelector(".dt-map-way");
    if (line instanceof HTMLElement) line.hidden = way.length === 0;
  }

  get #tree() {
    return this.map.dataset["tree"] ?? "";
  }

  get #words() {
    return /** @type {Record<string, string>} */ (JSON.parse(this.map.dataset["words"] ?? "{}"));
  }

  /**
   * The nodes that the answers lead through, from the first question on.
   *
   * @param {State} state
   */
  #wayOf({ answers, at }) {
    const passed = (this.map.dataset["order"] ?? "").split(" ").filter((node) => Object.hasOwn(answers, node) || node === at);
    /** @type {string[]} */
    const way = [];
    for (const node of passed) {
      const last = way.at(-1);
      if (last === at) break;
      if (last === undefined || this.#ways(last, node).length) way.push(node);
    }
    return way.at(-1) === at ? way : [at].filter(Boolean);
  }

  /**
   * What stands for the way from one node to another, in the picture and in the list.
   *
   * @param {string} from
   * @param {string} to
   */
  #ways(from, to) {
    const line = `.dt-map-line[data-from="${CSS.escape(from)}"][data-to="${CSS.escape(to)}"]`;
    const entry = `.dt-map-item[data-node="${CSS.escape(from)}"] [data-to="${CSS.escape(to)}"]`;
    return [...this.map.querySelectorAll(`${line}, ${entry}`)];
  }

  /** @param {string} node */
  #nodes(node) {
    return [...this.map.querySelectorAll(`[data-node="${CSS.escape(node)}"]`)];
  }

  /**
   * @param {string} node
   * @param {number} step
   * @param {boolean} isHere
   */
  #mark(node, step, isHere) {
    const said = this.#words[isHere ? "map-here" : "map-step"]?.replace("{number}", String(step)) ?? "";
    for (const shown of this.#nodes(node)) {
      shown.toggleAttribute("data-on-way", true);
      shown.toggleAttribute("data-here", isHere);
      const link = shown.querySelector("a");
      if (isHere) link?.setAttribute("aria-current", "step");
      if (shown instanceof SVGElement) shown.append(badge(step));
      else link?.after(note(said));
      if (shown instanceof SVGElement) link?.setAttribute("aria-description", said);
    }
  }

  /**
   * Mark the way from one node to another, and of the answers that the list says take it, the one given;
   * all where it says what they have in common.
   *
   * @param {string | undefined} from
   * @param {string} to
   * @param {State["answers"]} given
   */
  #join(from, to, given) {
    if (from === undefined) return;
    for (const way of this.#ways(from, to)) {
      const answers = [...way.querySelectorAll("[data-answer]")];
      const mine = answers.filter((answer) => answer.getAttribute("data-answer") === given[from]);
      for (const shown of [way, ...(mine.length ? mine : answers)]) shown.toggleAttribute("data-on-way", true);
    }
  }

  /**
   * Let what the way leads through be opened without losing the answers.
   *
   * @param {State} state
   * @param {string[]} way
   */
  #leadBack(state, way) {
    const guide = this.map.dataset["guide"] ?? "";
    const address = (/** @type {string} */ at) => `${guide}#${restOf({ ...state, at }, this.#tree)}`;
    const answered = Object.keys(state.answers).length > 0;
    lead(this.map.querySelector(".dt-map-back"), answered ? address(state.at) : guide);
    if (!answered) return;
    for (const shown of way.flatMap((node) => this.#nodes(node))) {
      lead(shown.querySelector("a"), address(shown.getAttribute("data-node") ?? ""));
    }
  }

  /** Move to where the reader is: in the picture, or in the list where there is none. */
  #find() {
    const link = this.map.querySelector("[data-here] a");
    link?.scrollIntoView({ block: "center", inline: "center" });
    if (link instanceof HTMLElement || link instanceof SVGElement) link.focus({ preventScroll: true });
  }

  #clear() {
    for (const mark of this.map.querySelectorAll(".dt-map-step")) mark.remove();
    for (const marked of this.map.querySelectorAll("[data-on-way]")) {
      marked.removeAttribute("data-on-way");
      marked.removeAttribute("data-here");
      marked.querySelector("a")?.removeAttribute("aria-current");
      marked.querySelector("a")?.removeAttribute("aria-description");
    }
  }
}

/**
 * @param {Element | null} link
 * @param {string} address
 */
function lead(link, address) {
  if (link instanceof SVGElement) link.setAttributeNS(XLINK, "xlink:href", address);
  else link?.setAttribute("href", address);
}

/** @param {number} step */
function badge(step) {
  const circle = document.createElementNS(SVG, "circle");
  circle.setAttribute("r", String(RADIUS));
  const number = document.createElementNS(SVG, "text");
  number.setAttribute("y", "4.5");
  number.textContent = String(step);
  const mark = document.createElementNS(SVG, "g");
  mark.setAttribute("class", "dt-map-step");
  mark.setAttribute("aria-hidden", "true");
  mark.append(circle, number);
  return mark;
}

/** @param {string} said */
function note(said) {
  const mark = document.createElement("span");
  mark.className = "dt-map-step";
  mark.textContent = said;
  return mark;
}
