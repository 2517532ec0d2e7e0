/**
 * Answers a page's requests from the version that the page is of.
 *
 * Boundary: fetch events in, responses out; only the site's own files are answered for. Whatever else
 * lies in its folder (previews, say) goes to the network as it came.
 * @import { Pages } from "./pages.js"
 * @import { Site } from "./site.js"
 */
import { cacheOf, versionsOf } from "./names.js";

const NOT_FOUND = "404.html";

/**
 * Answer for a page, which is then of this version. One that is not ours, and cannot be fetched, is
 * told to be missing: the whole site is here.
 *
 * @param {FetchEvent} event
 * @param {string} address
 * @param {Site} site
 * @param {Pages} pages
 */
export async function answerPage(event, address, site, pages) {
  if (!site.lists(address)) {
    if (site.lists(`${address}/`)) return Response.redirect(withSlash(event.request.url));
    return fetch(event.request).catch((error) => missing(site, error));
  }
  const kept = await caches.match(site.url(address), { cacheName: site.cache });
  if (!kept) return fetch(event.request);
  event.waitUntil(pages.pin(event.resultingClientId, site.version));
  return kept;
}

/**
 * Answer for what a page or its worker loads. The worker is of its page's version.
 *
 * @param {FetchEvent} event
 * @param {string} address
 * @param {Site} site
 * @param {Pages} pages
 */
export async function answerPart(event, address, site, pages) {
  const version = await pages.versionOf(event.clientId);
  if (version) event.waitUntil(pages.pin(event.resultingClientId, version));
  const versions = version ? [version] : await anyVersion(site, address);
  for (const one of versions) {
    const kept = await caches.match(site.url(address), { cacheName: cacheOf(site.root, one) });
    if (kept) return kept;
  }
  return fetch(event.request);
}

/**
 * Return where to look for a page whose version is not known.
 *
 * @param {Site} site
 * @param {string} address
 */
async function anyVersion(site, address) {
  if (site.lists(address)) return [site.version];
  return versionsOf(site.root);
}

/**
 * @param {Site} site
 * @param {unknown} error why the network did not answer
 */
async function missing(site, error) {
  const page = await caches.match(site.url(NOT_FOUND), { cacheName: site.cache });
  if (!page) throw error;
  return new Response(page.body, { status: 404, headers: page.headers });
}

/** @param {string} url */
function withSlash(url) {
  const whole = new URL(url);
  whole.pathname += "/";
  return whole.href;
}
