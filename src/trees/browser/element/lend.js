/**
 * Lends the node in view its packet, once that is here: what readers take along from an outcome.
 *
 * Boundary: fetches packet/ while the engine starts, so that the first question need not wait for it.
 * Should it not come, outcomes stand there as the page has them.
 * @import { Config } from "./config.js"
 * @import { Status } from "./status.js"
 * @import { View } from "../protocol.js"
 * @import { Packet } from "./packet/index.js"
 */

export class Lender {
  /** @type {Promise<void> | undefined} */
  #coming;
  /** @type {Packet | undefined} */
  #packet;
  /** @type {{ node: HTMLElement, view: View | null } | undefined} */
  #here;

  /**
   * @param {HTMLElement} root
   * @param {Config} config
   * @param {Status} status
   */
  constructor(root, config, status) {
    this.root = root;
    this.config = config;
    this.status = status;
  }

  fetch() {
    this.#coming ??= this.#open().catch((why) => {
      this.#coming = undefined;
      console.info("decision-tree: outcomes have no tools:", String(why));
    });
  }

  /**
   * @param {HTMLElement} node
   * @param {View | null} view null where the answers do not lead there
   */
  lend(node, view) {
    this.#here = { node, view };
    this.#packet?.show(node, view);
  }

  /** No node is in view for certain: the page's own links lead on. */
  takeBack() {
    this.#here = undefined;
    this.#packet?.hide();
  }

  async #open() {
    const { Packet } = await import("./packet/index.js");
    this.#packet = new Packet(this.root, this.config, this.status);
    this.root.dataset["packet"] = "";
    if (this.#here) this.#packet.show(this.#here.node, this.#here.view);
  }
}
