/**
 * Giving a page away: by the device's own way of sharing, as a link that is copied, or as a code.
 *
 * Boundary: what is in the link is said before it goes anywhere; link.js makes it, code.js draws it.
 * @import { Config } from "../config.js"
 * @import { Status } from "../status.js"
 * @import { Place } from "./index.js"
 */
import { restOf } from "../address.js";
import { say } from "../config.js";
import { markCopied } from "../copy.js";
import { BRIEF } from "../status.js";
import { drawCode } from "./code.js";
import { make, makeButton } from "./dom.js";
import { ownWords, sharedState } from "./link.js";
import { Panel } from "./panel.js";

export class Share {
  /** @type {Place} */
  #place = { tree: "", node: "", view: null };
  #title = "";
  #withOwnWords = false;

  /**
   * @param {HTMLElement} tools
   * @param {Config} config
   * @param {Status} status
   */
  constructor(tools, config, status) {
    this.config = config;
    this.status = status;
    this.panel = new Panel(tools);
    this.code = make("figure", "dt-code");
    const button = /** @type {HTMLElement} */ (tools.querySelector(".dt-share"));
    button.hidden = !config.shared;
    button.addEventListener("click", () => this.panel.toggle(button, () => this.#content()));
  }

  /**
   * @param {HTMLElement} node
   * @param {Place} place
   */
  show(node, place) {
    this.#place = place;
    this.#title = node.querySelector("h2")?.textContent ?? "";
    this.#withOwnWords = false;
    this.panel.close();
  }

  get #link() {
    const { view, tree, node } = this.#place;
    const rest = view ? restOf(sharedState(view, this.#withOwnWords), tree) : node;
    return this.config.shared?.address(rest) ?? "";
  }

  /** @param {string} key */
  #say(key) {
    return say(this.config, key);
  }

  #content() {
    this.code.replaceChildren();
    const note = this.#say(this.#place.view ? "share-answers" : "share-page");
    return [make("p", "dt-panel-note", note), ...this.#consent(), this.#ways(), this.code];
  }

  /** A box to tick, where the reader has written words of their own. */
  #consent() {
    const written = this.#place.view ? ownWords(this.#place.view) : [];
    if (!written.length) return [];
    const box = make("input", "");
    box.type = "checkbox";
    box.addEventListener("change", () => {
      this.#withOwnWords = box.checked;
      this.code.replaceChildren();
    });
    const words = written.map(({ answer }) => answer).join(" · ");
    return [make("label", "dt-consent", box, make("span", "", say(this.config, "share-own-words", { words })))];
  }

  #ways() {
    const row = make("div", "dt-panel-row");
    if ("share" in navigator) row.append(makeButton(this.#say("send-link"), () => this.#send()));
    const copy = makeButton(this.#say("copy-page-link"), () => this.#copy(copy));
    row.append(copy, makeButton(this.#say("show-code"), () => this.#draw()));
    return row;
  }

  #send() {
    // Whoever closes the device's sheet has changed their mind, which is no failure.
    navigator.share({ title: this.#title, url: this.#link }).catch(() => {});
  }

  /** @param {HTMLButtonElement} button */
  async #copy(button) {
    try {
      await navigator.clipboard.writeText(this.#link);
    } catch {
      return this.#showLink();
    }
    this.status.say("copied", { briefly: true });
    markCopied(button, this.#say("copied"), BRIEF);
  }

  #showLink() {
    const field = make("input", "dt-link");
    field.readOnly = true;
    field.value = this.#link;
    field.setAttribute("aria-label", this.#say("copy-page-link"));
    this.code.replaceChildren(field);
    field.select();
    this.code.scrollIntoView({ block: "nearest" });
    this.status.say("copy-failed");
  }

  async #draw() {
    const link = this.#link;
    try {
      const code = await drawCode(link, this.#say("code-of-link"));
      // Meanwhile the reader may have kept their words to themselves.
      if (link !== this.#link) return;
      this.code.replaceChildren(code, make("figcaption", "", this.#say("code-use")));
    } catch {
      this.code.replaceChildren(make("figcaption", "", this.#say("code-failed")));
    }
    this.code.scrollIntoView({ block: "nearest" });
  }
}
