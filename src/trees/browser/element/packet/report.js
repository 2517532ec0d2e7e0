/**
 * "Did this help?": a report that the reader sees, and sends or does not send, elsewhere.
 *
 * Boundary: the way that was taken, by the names of the tree's own parts. Of the answers only those that
 * were chosen from a list: no day, no number and none of the reader's words.
 * @import { Config } from "../config.js"
 * @import { Entry } from "../../protocol.js"
 * @import { Place } from "./index.js"
 */
import { say } from "../config.js";
import { make } from "./dom.js";
import { Panel } from "./panel.js";

export class Report {
  /** @type {Place} */
  #place = { tree: "", node: "", view: null };

  /**
   * @param {HTMLElement} tools
   * @param {Config} config
   */
  constructor(tools, config) {
    this.config = config;
    this.panel = new Panel(tools);
    const line = tools.querySelector(".dt-help");
    if (!(line instanceof HTMLElement) || !config.issues) return;
    line.hidden = false;
    for (const button of line.querySelectorAll("button")) {
      button.addEventListener("click", () => this.panel.toggle(button, () => this.#content(button)));
    }
  }

  /**
   * @param {HTMLElement} _node
   * @param {Place} place
   */
  show(_node, place) {
    this.#place = place;
  }

  /** @param {HTMLElement} button */
  #content(button) {
    const { issues } = this.config;
    if (!issues) return [];
    const told = reportOf(this.#place, this.config, button.textContent ?? "");
    const link = make("a", "dt-report-link", say(this.config, "report-open", { host: issues.host }));
    link.href = addressOf(issues, told);
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return [
      make("p", "dt-panel-note", say(this.config, "report-note", { host: issues.host })),
      make("pre", "dt-report", `${told.title}\n\n${told.body}`),
      make("p", "dt-panel-row", link),
    ];
  }
}

/**
 * @param {Place} place
 * @param {Config} config
 * @param {string} helped the word that was pressed
 */
export function reportOf({ tree, node, view }, config, helped) {
  const way = view?.trail.map((entry) => `- ${stepOf(entry, config)}`) ?? [];
  return {
    title: say(config, "report-title", { helped, place: `${tree}, ${node}` }),
    body: [say(config, "report-way"), ...way, `- ${node}`].join("\n"),
  };
}

/**
 * @param {Entry} entry
 * @param {Config} config
 */
function stepOf({ tree, question, answer, type }, config) {
  const isChosen = type === "option" || type === "options";
  return `${tree}, ${question}: ${isChosen ? answer : say(config, "report-kept-back")}`;
}

/**
 * @param {NonNullable<Config["issues"]>} issues
 * @param {{ title: string, body: string }} told
 */
function addressOf({ address, title, body }, told) {
  return `${address}?${new URLSearchParams({ [title]: told.title, [body]: told.body })}`;
}
