/**
 * The service worker of a site that works offline no more: removes what the one before it kept, and
 * itself. It stands alone, so that it can be put at the site's root as sw.js by hand.
 *
 * Boundary: the caches of its own folder. Open pages are not reloaded.
 */
const here = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

here.addEventListener("install", () => here.skipWaiting());
here.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const { pathname } = new URL(here.registration.scope);
  for (const name of await caches.keys()) {
    const [kind, folder] = name.split(" ");
    if (kind?.startsWith("decision-trees-") && folder === pathname) await caches.delete(name);
  }
  await here.registration.unregister();
}
