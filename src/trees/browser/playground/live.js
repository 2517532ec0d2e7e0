/**
 * The tree beside the text: the last sound one, live and clickable.
 *
 * Boundary: draws what the worker says by the same modules as the pages of trees. Where the reader is
 * stays when the text changes, as far as the new tree has that place; the address is left alone.
 * @import { Deed } from "../element/walk.js"
 * @import { State, View } from "../protocol.js"
 * @import { Checker } from "./checker.js"
 */
import { today } from "../element/address.js";
import { copyMessage, markCopied } from "../element/copy.js";
import { drawView } from "../element/draw.js";
import { moveTo } from "../element/focus.js";
import { Page } from "../element/page.js";
import { rawOf, showProblem } from "../element/form.js";
import { placeWithin, showPlace } from "../element/places.js";
import { Stage } from "../element/stage.js";
import { BRIEF } from "../element/status.js";
import { safeTree } from "./safe.js";

export class Live {
  /** @type {State} */
  #state = { tree: "", answers: {}, at: "" };
  #html = "";
  #turn = 0;

  /**
   * @param {HTMLElement} pane
   * @param {Record<string, string>} words
   * @param {string} home the address of a tree's page
   * @param {() => Checker | undefined} checker
   */
  constructor(pane, words, home, checker) {
    this.root = /** @type {HTMLElement} */ (pane.querySelector(".dt"));
    this.title = /** @type {HTMLElement} */ (pane.querySelector(".pg-title"));
    this.config = { words, runtime: null, worker: "", page: new Page(home), trees: {}, shared: null, issues: null };
    this.home = home;
    this.checker = checker;
    this.stage = new Stage(this.root, this.config.page);
    this.root.addEventListener("click", (event) => this.#onClick(event));
    this.root.addEventListener("submit", (event) => this.#onSubmit(event));
  }

  /** Show a tree that has been found sound. @param {string} tree */
  show(tree) {
    if (this.#state.tree !== tree) this.#state = { tree, answers: {}, at: "" };
    return this.#act({ do: "show" }, { focus: false });
  }

  /** Show nothing, until there is a sound tree. */
  clear() {
    this.#turn++;
    this.#state = { tree: "", answers: {}, at: "" };
    this.#html = "";
    this.title.replaceChildren();
    this.root.replaceChildren();
  }

  /**
   * @param {Deed} deed
   * @param {{ focus?: boolean, state?: State }} [options]
   */
  async #act(deed, { focus = true, state = this.#state } = {}) {
    const turn = ++this.#turn;
    const request = /** @type {import("../protocol.js").Request} */ ({ ...deed, state, today: today() });
    const view = await this.checker()?.walk(request);
    const html = view ? await this.checker()?.page(view.here.tree) : "";
    if (view && html && turn === this.#turn) this.#arrive(view, html, focus);
  }

  /**
   * @param {View} view
   * @param {string} html
   * @param {boolean} focus
   */
  #arrive(view, html, focus) {
    const current = this.stage.node(view.here.node);
    if (view.problem && current && html === this.#html) {
      return showProblem(current, view.problem, this.config);
    }
    if (html !== this.#html) this.#build(html);
    const node = drawView(this.stage, view, this.config, { keepInputs: false });
    this.#state = view.state;
    if (focus && node) moveTo(node);
  }

  /** @param {string} html */
  #build(html) {
    const { title, summary, nodes } = safeTree(html, this.home);
    this.title.textContent = title;
    this.title.title = summary;
    this.root.replaceChildren(...nodes);
    this.stage = new Stage(this.root, this.config.page);
    this.#html = html;
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = /** @type {Element} */ (event.target).closest("a, button");
    if (target instanceof HTMLButtonElement) return this.#onButton(target);
    if (!(target instanceof HTMLAnchorElement)) return;
    const raw = target.dataset["answer"];
    const place = placeWithin(this.root, target);
    if (raw !== undefined) this.#act({ do: "answer", raw });
    else if (place) showPlace(place);
    else if (target.target) return; // to another page, as any link
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {HTMLButtonElement} button */
  #onButton(button) {
    const is = (/** @type {string} */ name) => button.classList.contains(name);
    const { tree } = this.#state;
    if (is("dt-back")) this.#act({ do: "back" });
    if (is("dt-restart")) this.#act({ do: "show" }, { state: { tree, answers: {}, at: "" } });
    if (is("dt-change")) this.#act({ do: "change", question: button.dataset["question"] ?? "" });
    if (is("dt-copy")) this.#copy(button);
  }

  /** @param {HTMLButtonElement} button */
  async #copy(button) {
    if (await copyMessage(button)) markCopied(button, this.config.words["copied"] ?? "", BRIEF);
  }

  /** @param {SubmitEvent} event */
  #onSubmit(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    event.preventDefault();
    this.#act({ do: "answer", raw: rawOf(form) });
  }
}
