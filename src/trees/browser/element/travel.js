/**
 * Moving the address: within the page, and to the page of another tree.
 *
 * Boundary: the only place that writes to the history.
 */

/** @import { Page } from "./page.js" */

/** @typedef {"push" | "replace" | "keep"} Change what becomes of the history; `keep`: nothing */

/** Set while the way goes on at another page of this visit, so that focus moves along. */
let goesOn = false;

/** What is drawn next goes on from where the reader was. */
export function goOn() {
  goesOn = true;
}

/** Whether this page was come to by going on; asked once. */
export function hasGoneOn() {
  const came = goesOn;
  goesOn = false;
  return came;
}

/**
 * @param {string} fragment with its `#`, or empty
 * @param {Change} change
 */
export function writeFragment(fragment, change) {
  if (change === "keep" || location.hash === fragment) return;
  const address = location.href.split("#")[0] + fragment;
  try {
    if (change === "push") history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  } catch {
    // WebKit takes a hundred in ten seconds: the way goes on, and the address lags behind.
  }
}

/**
 * Go to another page: by a link, so that a theme that loads pages by itself does so here too.
 *
 * @param {HTMLElement} from
 * @param {Page} page
 * @param {string} rest
 * @param {Change} change
 */
export function goTo(from, page, rest, change) {
  const address = page.address(rest);
  if (change !== "push") return location.replace(address);
  goOn();
  const link = document.createElement("a");
  link.href = address;
  link.hidden = true;
  from.after(link);
  link.click();
  link.remove();
}
