/**
 * The script of a file's page: its trees, and which of its pages is in view.
 *
 * Boundary: pages as the document has them; what happens on a page is the element's.
 */
import "../element/index.js";

const root = document.documentElement;
const pages = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".dt-page")]);
const name = document.querySelector(".dt-file-top")?.textContent?.trim();

/** The page that the address leads to: the one whose id it begins with, else the first. */
function called() {
  return pages.find(({ id }) => id && location.hash.startsWith(`#${id}`)) ?? pages[0];
}

function show() {
  const shown = called();
  // A tree is at its own address, also where the file opens with it.
  if (shown?.id && !location.hash.startsWith(`#${shown.id}`)) {
    history.replaceState(history.state, "", `#${shown.id}`);
  }
  const isNews = shown?.hidden ?? false;
  // From now on the style sheet leaves the choice to this.
  root.dataset["live"] = "";
  for (const page of pages) page.hidden = page !== shown;
  if (isNews) begin(/** @type {HTMLElement} */ (shown));
}

/** Begin a page as a browser begins a document: at its top, and with its own title. @param {HTMLElement} page */
function begin(page) {
  const heading = page.querySelector("h1");
  document.title = [heading?.textContent, name].filter(Boolean).join(" – ");
  scrollTo({ top: 0, behavior: "instant" });
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}

addEventListener("popstate", show);
addEventListener("hashchange", show);
show();
