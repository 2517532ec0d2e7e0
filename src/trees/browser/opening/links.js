/**
 * Ways within the page, before the engine is ready: they are the browser's, which goes them at once.
 *
 * Boundary: keeps them from a theme that loads pages by itself. At the first one, it would fetch the page
 * anew, put it in place of the one that is being read, and only then lead on. Clicks are kept by the
 * element itself as soon as it is there.
 */

/** The script that stands in the page, which is gone with it. */
const script = document.currentScript;
const { pathname } = location;

export function keepLinks() {
  addEventListener("click", (event) => isOurs(event.target) && event.stopPropagation(), { capture: true });
  addEventListener("popstate", (event) => isHere() && event.stopImmediatePropagation());
}

/** @param {EventTarget | null} target */
function isOurs(target) {
  const links = customElements.get("decision-tree") ? ".dt-again a" : "decision-tree a, .dt-again a";
  const link = target instanceof Element && target.closest(links);
  return link instanceof HTMLAnchorElement && link.hash !== "" && link.pathname === pathname && isHere();
}

/** Whether this page is still the one in view, and not yet the engine's. */
function isHere() {
  const isReady = document.querySelector("decision-tree[data-ready]") !== null;
  return Boolean(script?.isConnected) && location.pathname === pathname && !isReady;
}
