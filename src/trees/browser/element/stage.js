/**
 * Which node of the tree is in view.
 *
 * Boundary: hides and shows what the page holds already. Until the engine decides, the style sheet
 * does so by the address alone (`data-ready` is absent then).
 */

/** @import { Page } from "./page.js" */

export class Stage {
  /** @type {Map<string, HTMLElement>} */
  #nodes = new Map();

  /**
   * @param {HTMLElement} root
   * @param {Page} page
   */
  constructor(root, page) {
    this.root = root;
    this.page = page;
    /** The answers so far, which stand where the node in view wants them (why.js). */
    this.trail = found(root, ".dt-trail");
    // Of its own: a trail that comes and goes among the nodes has the styles of them all worked out anew.
    this.trailPlace = found(root, ":scope > .dt-trail-place");
    // Found once: looked for at every click, they would cost a walk through the whole tree each.
    this.tools = found(root, ":scope > .dt-tools");
    this.back = found(root, ":scope > .dt-tools > .dt-back");
    this.restart = found(root, ":scope > .dt-tools > .dt-restart");
    for (const node of root.querySelectorAll(":scope > .dt-node")) {
      if (node instanceof HTMLElement) this.#nodes.set(node.dataset["node"] ?? "", node);
    }
  }

  /** @param {string} id */
  node(id) {
    return this.#nodes.get(id);
  }

  /** The heading of a node: what focus moves to. @param {HTMLElement} node */
  static heading(node) {
    return /** @type {HTMLElement | null} */ (node.querySelector("h2"));
  }

  /** What stands in this tree for a place of the page. @param {string} place */
  placed(place) {
    const target = place ? document.getElementById(this.page.id(place)) : null;
    return target && this.root.contains(target) ? target : null;
  }

  /** The node that the page opened with, as long as the style sheet shows it (opening/). */
  get opened() {
    return found(this.root, ":scope > .dt-node[data-opened]");
  }

  /** The node that the style sheet shows for a place of the page. @param {string} place */
  staticNode(place) {
    const node = this.placed(place)?.closest(".dt-node");
    return /** @type {HTMLElement | null} */ (node ?? this.root.querySelector(":scope > .dt-start"));
  }

  /** @param {HTMLElement} shown */
  show(shown) {
    for (const node of this.#nodes.values()) {
      if (node.hidden !== (node !== shown)) node.hidden = node !== shown;
    }
    // What was read while the tree waited stays, for this once, where it stands.
    this.#begun(!shown.classList.contains("dt-start") && !this.root.hasAttribute("data-awaits"));
    this.root.dataset["ready"] = "";
    this.await(false);
    this.opened?.removeAttribute("data-opened");
    this.root.removeAttribute("data-opened");
  }

  /** What the tree is about is said before its first question only. @param {boolean} begun */
  #begun(begun) {
    this.root.parentElement?.querySelector(":scope > .dt-intro")?.toggleAttribute("data-begun", begun);
  }

  /**
   * The address holds answers that only the engine can follow: until it has, the first question is
   * not offered as if nothing had been answered.
   *
   * @param {boolean} awaits
   */
  await(awaits) {
    this.root.toggleAttribute("data-awaits", awaits);
  }

  /** Leave the choice to the style sheet again. */
  release() {
    delete this.root.dataset["ready"];
    this.#begun(false);
    this.await(false);
    for (const node of this.#nodes.values()) node.hidden = false;
  }

  /**
   * Offer forms, which need the engine, or the branches in words, which do not.
   *
   * @param {boolean} live
   * @param {Iterable<HTMLElement>} [nodes]
   */
  offerForms(live, nodes = this.#nodes.values()) {
    for (const node of nodes) {
      const form = node.querySelector("form.dt-form");
      if (!(form instanceof HTMLElement)) continue;
      form.hidden = !live;
      for (const words of node.querySelectorAll(".dt-words")) {
        if (words instanceof HTMLElement) words.hidden = live;
      }
    }
  }
}

/**
 * @param {HTMLElement} root
 * @param {string} css
 */
function found(root, css) {
  return /** @type {HTMLElement | null} */ (root.querySelector(css));
}
