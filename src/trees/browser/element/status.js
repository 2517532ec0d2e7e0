/**
 * The status line: what focus cannot say (waiting, failing, copied), one quiet sentence at a time; and
 * the notes at the tree's foot.
 * @import { Config } from "./config.js"
 * @import { Cause, Note } from "../protocol.js"
 */
import { today } from "./address.js";
import { say } from "./config.js";
import { languageOf, partText } from "./parts.js";

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
    this.root = root;
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
    this.#mark("");
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
    this.#mark("notice");
  }

  clear() {
    clearTimeout(this.#passing);
    this.#mark("");
    if (this.line?.hasChildNodes()) this.line.replaceChildren();
  }

  /**
   * Say why the engine is not there and that the links lead on, with a button that tries again.
   *
   * @param {Cause | ""} cause empty where it is there, and could not answer
   */
  sayFailed(cause) {
    clearTimeout(this.#passing);
    const day = partText({ type: "date", value: today() }, languageOf(this.root));
    const key = cause ? "failed." + cause : "failed";
    const why = say(this.config, key, { day });
    const button = document.createElement("button");
    button.type = "button";
    button.className = "dt-retry";
    button.textContent = say(this.config, "retry");
    this.line?.replaceChildren(`${why} ${say(this.config, "links-lead-on")}`, " ", button);
    this.#mark("failed");
  }

  /**
   * Say what kind of sentence it is, by which the style sheet gives it its place.
   *
   * @param {"" | "notice" | "failed"} kind
   */
  #mark(kind) {
    if (kind) this.line?.setAttribute("data-kind", kind);
    else this.line?.removeAttribute("data-kind");
  }

  /**
   * Say what goes on without being noticed, where it disturbs nobody and nothing reads it out.
   *
   * @param {Set<Note>} notes
   */
  sayNotes(notes) {
    const lines = [...notes].map((note) => {
      const line = document.createElement("p");
      line.className = "dt-note";
      const key = "note." + note;
      line.textContent = say(this.config, key);
      return line;
    });
    for (const old of this.root.querySelectorAll(":scope > .dt-note")) old.remove();
    this.root.append(...lines);
  }
}
