/**
 * Whether the reader wants a copy of the site on their device: `?no-sw` says no, `?sw` says yes again.
 *
 * Boundary: the address, one mark in the browser's storage, and the removal of all that is kept.
 */
import { ROOT } from "../place.js";
import { allOf } from "./names.js";

const MARK = `decision-trees-no-copy ${ROOT.pathname}`;

/** Heed what the address asks for; return whether it asks to have everything removed. */
export function heedAddress() {
  const asked = new URLSearchParams(location.search);
  if (asked.has("sw")) remember(false);
  if (asked.has("no-sw")) remember(true);
  return asked.has("no-sw");
}

/** Whether the reader wants nothing kept. */
export function declinesCopies() {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false; // where there is no storage, there is no copy either
  }
}

/** Remove the service worker and everything that the site keeps. */
export async function removeAll() {
  const registration = await navigator.serviceWorker.getRegistration(ROOT);
  if (registration?.scope === ROOT.href) await registration.unregister();
  for (const name of await allOf(ROOT)) await caches.delete(name);
}

/** @param {boolean} declined */
function remember(declined) {
  try {
    if (declined) localStorage.setItem(MARK, "");
    else localStorage.removeItem(MARK);
  } catch {
    // Then it holds for this page only.
  }
}
