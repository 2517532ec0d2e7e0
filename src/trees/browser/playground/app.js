/**
 * The playground: an editor, what is found in its text, and the tree that it is.
 *
 * Boundary: brings together the draft, the checker and what the page shows; each has a module of its own.
 * @import { Config } from "./config.js"
 * @import { Draft } from "./draft.js"
 * @import { Checked, Finding } from "./protocol.js"
 */
import { say } from "../element/config.js";
import { Checker } from "./checker.js";
import { draftAt, draftOf } from "./draft.js";
import { Editor } from "./editor.js";
import { drawFindings } from "./findings.js";
import { Live } from "./live.js";
import { copy, copyLink, download } from "./saving.js";
import { makeTabs } from "./tabs.js";

/** How long a pause in typing is. */
const PAUSE = 300;
/** A name that a tree's file can have. */
const NAME = /^[a-z0-9][a-z0-9-]*$/;

export class App {
  /** @type {Draft | null} */
  #draft = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  #here = new AbortController();

  /**
   * @param {HTMLElement} root
   * @param {Config} config
   */
  constructor(root, config) {
    this.root = root;
    this.config = config;
    makeTabs(root);
    this.editor = new Editor(this.#find(".pg-editor"), say(config, "text-label"), () => this.#onType());
    this.live = new Live(this.#find(".pg-live"), config.words, config.home, () => this.checker);
    this.checker = new Checker(config.script, config.parts, {
      onChecked: (checked) => this.#onChecked(checked),
      onTooLong: () => this.#say("faulty", "too-long"),
      onFailed: () => this.#say("failed", "checker-failed"),
    });
    this.#say("busy", "starting");
    this.#listen();
    this.#openAt(location.hash);
  }

  close() {
    clearTimeout(this.#pause);
    this.#here.abort();
    this.checker.close();
    this.editor.close();
  }

  #listen() {
    const { signal } = this.#here;
    const on = (/** @type {string} */ css, /** @type {string} */ event, /** @type {() => void} */ deed) =>
      this.#find(css).addEventListener(event, deed, { signal });
    on(".pg-choice", "change", () => this.#choose(this.#input(".pg-choice").value));
    on(".pg-name", "change", () => this.#rename(this.#input(".pg-name").value));
    on(".pg-download", "click", () => this.#draft && download(this.#draft, this.editor.text));
    on(".pg-link", "click", () => this.#copyLink());
    on(".pg-propose", "click", () => this.#propose());
    on(".pg-undo", "click", () => this.#draft && this.editor.replace(this.#draft.original));
    const page = location.pathname;
    const moved = () => location.pathname === page && location.hash.includes("=") && this.#openAt(location.hash);
    addEventListener("hashchange", moved, { signal });
  }

  /** @param {string} fragment */
  async #openAt(fragment) {
    try {
      const { draft, text, broken } = await draftAt(this.config, fragment);
      this.#begin(draft, text ?? draft.text);
      if (broken) this.#note("link-broken");
    } catch {
      this.#say("failed", "no-text");
    }
  }

  /** @param {string} name of a tree, or nothing for a new one */
  async #choose(name) {
    const draft = await draftOf(this.config, name || this.config.fresh.name).catch(() => null);
    if (!draft) return this.#say("failed", "no-text");
    history.replaceState(history.state, "", `#tree=${encodeURIComponent(draft.name)}`);
    this.#begin(draft, draft.text);
  }

  /** Give a new file another name; its text goes along. @param {string} name */
  async #rename(name) {
    const isFree = NAME.test(name) && !this.config.trees.some((tree) => tree.name === name);
    const draft = isFree ? await draftOf(this.config, name) : null;
    this.#note(draft ? "" : "name-not-free");
    if (draft) this.#begin(draft, this.editor.text);
  }

  /**
   * @param {Draft} draft
   * @param {string} text
   */
  #begin(draft, text) {
    this.#draft = draft;
    this.live.clear();
    this.editor.begin(text);
    this.#input(".pg-choice").value = draft.fresh ? "" : draft.name;
    this.#input(".pg-name").value = draft.name;
    this.#find(".pg-naming").hidden = !draft.fresh;
    this.#find(".pg-propose").hidden = !draft.proposal;
    this.#find(".pg-propose").setAttribute("href", draft.proposal);
    this.#note("");
    this.#keep();
    this.#check();
  }

  #onType() {
    this.#keep();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#check(), PAUSE);
  }

  #keep() {
    const { text } = this.editor;
    this.#draft?.keep(text);
    this.#find(".pg-undo").hidden = text === this.#draft?.original;
  }

  #check() {
    if (this.#draft) this.checker.check({ path: this.#draft.path, text: this.editor.text });
  }

  /** @param {Checked} checked */
  #onChecked({ findings, tree, certificate }) {
    this.#showFindings(findings);
    this.#find(".pg-old").hidden = tree !== null;
    if (tree) this.live.show(tree);
    const count = findings.filter(({ severity }) => severity !== "advice").length;
    if (count) this.#say("faulty", count === 1 ? "problem" : "problems", { count });
    else this.#say("sound", certificate ? "all-proven" : "sound", { ...certificate });
  }

  /** @param {Finding[]} findings */
  #showFindings(findings) {
    const path = this.#draft?.path ?? "";
    this.editor.mark(findings.filter(({ span }) => span.path === path));
    drawFindings(this.#find(".pg-findings"), findings, path, this.config, {
      goTo: (finding) => this.editor.goTo(finding),
      mend: (edit) => this.editor.mend(edit),
    });
  }

  async #copyLink() {
    const done = this.#draft && (await copyLink(this.#draft, this.editor.text));
    this.#note(done ? "link-copied" : "link-in-address");
  }

  async #propose() {
    this.#note((await copy(this.editor.text)) ? "proposal-copied" : "proposal-by-hand");
  }

  /**
   * @param {string} state
   * @param {string} key of a sentence
   * @param {Record<string, string | number>} [gaps]
   */
  #say(state, key, gaps = {}) {
    this.root.dataset["state"] = state;
    const line = this.#find(".pg-state");
    const words = say(this.config, key, gaps);
    if (line.textContent !== words) line.textContent = words;
  }

  /** What a button has done, until something else is said. @param {string} key */
  #note(key) {
    this.#find(".pg-note").textContent = key && say(this.config, key);
  }

  /** @param {string} css @returns {HTMLElement} */
  #find(css) {
    return /** @type {HTMLElement} */ (this.root.querySelector(css));
  }

  /** @param {string} css @returns {HTMLInputElement} */
  #input(css) {
    return /** @type {HTMLInputElement} */ (this.root.querySelector(css));
  }
}
