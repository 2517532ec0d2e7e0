/**
 * The panel below the tools: one thing at a time, opened and closed by the button it belongs to.
 *
 * Boundary: which button is pressed, and what is in view; what stands in it is the button's affair.
 */

export class Panel {
  /** @param {HTMLElement} tools */
  constructor(tools) {
    this.tools = tools;
    this.panel = /** @type {HTMLElement} */ (tools.querySelector(".dt-panel"));
  }

  /**
   * @param {HTMLElement} button
   * @param {() => Node[]} content
   */
  toggle(button, content) {
    const opens = button.getAttribute("aria-expanded") !== "true";
    this.close();
    if (!opens) return;
    button.setAttribute("aria-expanded", "true");
    this.panel.replaceChildren(...content());
    this.panel.hidden = false;
    // The buttons stand at the end of what is in view, as often as not.
    this.panel.scrollIntoView({ block: "nearest" });
  }

  close() {
    for (const button of this.tools.querySelectorAll("[aria-expanded]")) {
      button.setAttribute("aria-expanded", "false");
    }
    this.panel.hidden = true;
    this.panel.replaceChildren();
  }
}
