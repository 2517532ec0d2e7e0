/**
 * The editor: CodeMirror with YAML, its findings underlined where they stand.
 *
 * Boundary: text in and out; what is found is told. It stands in a shadow root: there CodeMirror hands
 * its styles to the document as objects, which a strict content policy allows, and not as elements.
 * @import { Edit, Finding } from "./protocol.js"
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { look } from "./look.js";
import { placeOf, rangeOf } from "./ranges.js";

/** What CodeMirror calls how much a finding matters. */
const SEVERITY = /** @type {const} */ ({ error: "error", warning: "warning", advice: "info" });

export class Editor {
  /** @type {EditorView} */
  #view;
  #extensions;

  /**
   * @param {HTMLElement} host
   * @param {string} label
   * @param {() => void} onChange
   */
  constructor(host, label, onChange) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    root.replaceChildren();
    // Whoever types here gives no commands to the page around it.
    host.addEventListener("keydown", (event) => event.stopPropagation());
    this.#extensions = [
      lineNumbers(),
      history(),
      yaml(),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", tabindex: "0" }),
      EditorView.updateListener.of((update) => update.docChanged && onChange()),
      keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
      ...look,
    ];
    this.#view = new EditorView({ root, parent: root, state: this.#begun("") });
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  /** Begin with a text; nothing of an earlier one can be undone back to. @param {string} text */
  begin(text) {
    this.#view.setState(this.#begun(text));
  }

  /** Replace the text by a step that can be undone. @param {string} text */
  replace(text) {
    const { length } = this.#view.state.doc;
    this.#view.dispatch({ changes: { from: 0, to: length, insert: text } });
  }

  /** @param {Finding[]} findings */
  mark(findings) {
    const { doc } = this.#view.state;
    const diagnostics = findings.map(({ span, severity, message, hint }) => {
      const words = hint ? `${message}. ${hint}` : message;
      return { ...rangeOf(doc, span), severity: SEVERITY[severity], message: words };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  /** Go to where a finding stands. @param {Finding} finding */
  goTo({ span }) {
    const { from } = rangeOf(this.#view.state.doc, span);
    this.#view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    this.#view.focus();
  }

  /** Change a place as the checker says; the step can be undone. @param {Edit} edit */
  mend({ span, text }) {
    const { doc } = this.#view.state;
    this.#view.dispatch({ changes: { ...placeOf(doc, span), insert: text } });
    this.#view.focus();
  }

  close() {
    this.#view.destroy();
  }

  /** @param {string} text */
  #begun(text) {
    return EditorState.create({ doc: text, extensions: this.#extensions });
  }
}
