/**
 * What a reader takes along from an outcome: ticks, message, dates, a print, a link, a word back.
 *
 * Boundary: shares out one outcome among the modules of this folder. The texts stand in the page; what is
 * added here works on the reader's device alone, and nothing of it is sent.
 * @import { Config } from "../config.js"
 * @import { Status } from "../status.js"
 * @import { View } from "../../protocol.js"
 */
import { offerCalendar } from "./calendar.js";
import { offerEditing } from "./message.js";
import { writeAddress } from "./paper.js";
import { Report } from "./report.js";
import { Share } from "./share.js";
import { offerTicks } from "./steps.js";

export class Packet {
  /**
   * @param {HTMLElement} root
   * @param {Config} config
   * @param {Status} status
   */
  constructor(root, config, status) {
    this.root = root;
    this.config = config;
    this.tools = /** @type {HTMLElement | null} */ (root.querySelector(":scope > .dt-packet"));
    this.parts = this.tools ? [new Share(this.tools, config, status), new Report(this.tools, config)] : [];
    this.tools?.querySelector(".dt-print")?.addEventListener("click", () => print());
  }

  /**
   * @param {HTMLElement} node
   * @param {View | null} view
   */
  show(node, view) {
    if (!node.classList.contains("dt-outcome")) return this.hide();
    const place = { tree: this.root.dataset["tree"] ?? "", node: node.dataset["node"] ?? "", view };
    offerTicks(node, place, this.config);
    offerEditing(node);
    offerCalendar(node, place, this.config);
    writeAddress(node, place, this.config);
    for (const part of this.parts) part.show(node, place);
    if (this.tools) this.tools.hidden = false;
  }

  hide() {
    if (this.tools) this.tools.hidden = true;
  }
}

/** @typedef {{ tree: string, node: string, view: View | null }} Place an outcome, and what led there */
