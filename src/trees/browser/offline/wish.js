/**
 * Whether the reader wants a copy of the site on their device: `?no-sw` says no, `?sw` says yes again.
 *
 * Boundary: the address, one mark in the browser's storage, and the removal of all that is kept.
 */
import { allOf } from "./names.js";

const MARK = "decision-trees-no-copy";

/**
 * @param {string} wish
 */
export function asksFor(wish) {
  return new URLSearchParams(location.search).has(wish);
}

/** @param {URL} root */
export function hasDeclined(root) {
  try {
    return localStorage.getItem(keyOf(root)) !== null;
  } catch {
    return false; // no storage, and so no copy either
  }
}

/**
 * @param {URL} root
 * @param {boolean} declined
 */
export function remember(root, declined) {
  try {
    if (declined) localStorage.setItem(keyOf(root), "");
    else localStorage.removeItem(keyOf(root));
  } catch {
    // Then it holds for this page only.
  }
}

/**
 * Remove the service worker and everything that the site keeps.
 *
 * @param {URL} root
 */
export async function removeAll(root) {
  const registration = await navigator.serviceWorker.getRegistration(root);
  if (registration?.scope === root.href) await registration.unregister();
  for (const name of await allOf(root)) await caches.delete(name);
}

/** @param {URL} root */
function keyOf(root) {
  return `${MARK} ${root.pathname}`;
}
