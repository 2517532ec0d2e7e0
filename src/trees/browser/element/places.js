/**
 * Places within the node in view, such as a source: shown without touching the address, which holds
 * the reader's answers.
 */
import { placeOf } from "./address.js";

/**
 * The place of the node in view that a link leads to, if it does.
 *
 * @param {HTMLElement} root
 * @param {HTMLAnchorElement} link
 */
export function placeWithin(root, link) {
  if (link.pathname !== location.pathname || !link.hash) return null;
  const place = document.getElementById(placeOf(link.hash.slice(1)));
  return place && root.contains(place) && !place.closest("[hidden]") ? place : null;
}

/** @param {HTMLElement} place */
export function showPlace(place) {
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "nearest" });
}
