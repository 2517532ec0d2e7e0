/**
 * The service worker: keeps the whole site on the device, and serves it from there.
 *
 * Boundary: the worker's events, and when an old version goes. The site's sw.js, made by the build,
 * calls this with the list of files. Never claims a page that came from the network, and takes over
 * from an older version only when a reader says so, or when nobody reads that one any more.
 * @import { List } from "./site.js"
 */
import { answerPage, answerPart } from "./answer.js";
import { takeUp } from "./install.js";
import { cacheOf, TAKE_OVER, TIDY_UP, versionsOf } from "./names.js";
import { Pages } from "./pages.js";
import { Site } from "./site.js";

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** @param {List} list */
export function serve(list) {
  const site = new Site(scope.registration.scope, list);
  const pages = new Pages(site);
  scope.addEventListener("install", (event) => event.waitUntil(takeUp(site)));
  scope.addEventListener("activate", (event) => event.waitUntil(begin(site, pages)));
  scope.addEventListener("fetch", (event) => onFetch(event, site, pages));
  scope.addEventListener("message", (event) => {
    if (event.data === TAKE_OVER) scope.skipWaiting();
    if (event.data === TIDY_UP) event.waitUntil(removeUnread(site, pages));
  });
}

/**
 * @param {FetchEvent} event
 * @param {Site} site
 * @param {Pages} pages
 */
function onFetch(event, site, pages) {
  const { method, mode, url } = event.request;
  const address = method === "GET" ? site.addressOf(url) : null;
  if (address === null) return;
  const answer = mode === "navigate" ? answerPage : answerPart;
  event.respondWith(answer(event, address, site, pages));
}

/**
 * @param {Site} site
 * @param {Pages} pages
 */
async function begin(site, pages) {
  await pages.begin();
  await removeUnread(site, pages);
}

/**
 * Remove the versions that no open page is of. While a newer one is being taken up, that one's
 * worker will see to it.
 *
 * @param {Site} site
 * @param {Pages} pages
 */
async function removeUnread(site, pages) {
  const versions = await versionsOf(site.root);
  const used = await pages.versionsInUse();
  if (scope.registration.installing || scope.registration.waiting) return;
  for (const version of versions) {
    if (version !== site.version && !used.has(version)) await caches.delete(cacheOf(site.root, version));
  }
}
