/**
 * The status line: what focus cannot say (waiting, failing, copied), one quiet sentence at a time.
 * @import { Config } from "./config.js"
 */
import { say } from "./config.js";

/** How long a sentence stays that only confirms what the reader did. */
export const BRIEF = 4_000;

export class Status {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #passing;

  /**
   * @param {HTMLElement} root
   * @param {Config} config
   */
  constructor(root, config) {
    this.line = root.querySelector(":scope > .dt-status");
    this.config = config;
  }

  /**
   * @param {string} key of a sentence
   * @param {{ gaps?: Record<string, string>, briefly?: boolean }} [options]
   */
  say(key, { gaps = {}, briefly = false } = {}) {
    clearTimeout(this.#passing);
    if (briefly) this.#passing = setTimeout(() => this.clear(), BRIEF);
    const text = say(this.config, key, gaps);
    // Said once: the same words again would be read out again.
    if (this.line?.textContent !== text) this.line?.replaceChildren(text);
  }

  /**
   * Say something that stays in view, above the question, until the reader goes on.
   *
   * @param {string} key of a sentence
   */
  notice(key) {
    this.say(key);
    this.line?.setAttribute("data-kind", "notice");
  }

  clear() {
    clearTimeout(this.#passing);
    this.line?.removeAttribute("data-kind");
    if (this.line?.hasChildNodes()) this.line.replaceChildren();
  }

  /** Say that the engine is not there, with a button that tries again. */
  sayFailed() {
    clearTimeout(this.#passing);
    if (this.line?.querySelector(".dt-retry")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "dt-retry";
    button.textContent = say(this.config, "retry");
    this.line?.replaceChildren(say(this.config, "failed"), " ", button);
  }
}
