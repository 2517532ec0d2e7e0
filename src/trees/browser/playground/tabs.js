/**
 * Two tabs, where there is no room for both panes side by side; the style sheet decides where that is.
 *
 * Boundary: `data-shown` of the root, and the tabs' own state; arrows move between them.
 */

/** @param {HTMLElement} root */
export function makeTabs(root) {
  const tabs = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[role=tab]"))];
  const choose = (/** @type {HTMLElement} */ chosen) => {
    root.dataset["shown"] = chosen.dataset["pane"] ?? "";
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
  };
  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      const next = step && tabs[(at + step + tabs.length) % tabs.length];
      if (!next) return;
      choose(next);
      next.focus();
    });
  }
}
