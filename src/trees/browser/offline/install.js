/**
 * Takes a version of the site onto the device: all of it, each file proven by its digest, or nothing.
 *
 * Boundary: the network and Cache Storage. What an older version holds is not fetched again. Whatever
 * fails (a deployment that is still going on, a cut line, storage that is full) leaves no trace.
 * @import { Site } from "./site.js"
 */
import { cacheOf, versionsOf } from "./names.js";

const DIGEST = "X-Digest";
/** The page in view may be loading something too. */
const AT_ONCE = 4;
/** About the body as it travelled, or about requests that are none of the cache's business. */
const OF_THE_WAY = ["Content-Encoding", "Content-Length", "Vary"];

/** @param {Site} site */
export async function takeUp(site) {
  if (await isWhole(site)) return;
  const stop = new AbortController();
  try {
    await expectRoom(site);
    await caches.delete(site.cache); // what an install that was cut off has left
    await fill(site, stop.signal);
    if (!(await isWhole(site))) throw new Error("something removed files while they were stored");
  } catch (error) {
    stop.abort();
    await caches.delete(site.cache);
    throw error;
  }
}

/** @param {Site} site */
async function isWhole(site) {
  if (!(await caches.has(site.cache))) return false;
  const kept = await (await caches.open(site.cache)).keys();
  return kept.length === Object.keys(site.files).length;
}

/**
 * Rather than to fetch everything only to find that there is no room for it.
 *
 * @param {Site} site
 */
async function expectRoom({ bytes }) {
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota - usage < bytes) throw new Error("there is no room for the site");
}

/**
 * @param {Site} site
 * @param {AbortSignal} signal
 */
async function fill(site, signal) {
  const cache = await caches.open(site.cache);
  const kept = await contentsKept(site);
  const waiting = Object.entries(site.files);
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [address, digest] = next;
      const url = site.url(address);
      const old = kept.get(contentKey(url, digest));
      await cache.put(url, old?.clone() ?? (await fetchExactly(url, digest, signal)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/**
 * Return what the versions on the device hold, by content.
 *
 * @param {Site} site
 */
async function contentsKept(site) {
  /** @type {Map<string, Response>} */
  const kept = new Map();
  for (const version of await versionsOf(site.root)) {
    const cache = await caches.open(cacheOf(site.root, version));
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      const digest = response?.headers.get(DIGEST);
      if (response && digest) kept.set(contentKey(request.url, digest), response);
    }
  }
  return kept;
}

/**
 * Files of the same bytes and another ending have another type.
 *
 * @param {string} url
 * @param {string} digest
 */
function contentKey(url, digest) {
  return `${digest} ${url.split("/").at(-1)?.split(".").at(-1)}`;
}

/**
 * Fetch a file. The copy that the browser itself keeps will do if it is the right one.
 *
 * @param {string} url
 * @param {string} digest
 * @param {AbortSignal} signal
 */
async function fetchExactly(url, digest, signal) {
  const ask = (/** @type {RequestCache} */ cache) =>
    fetch(url, { integrity: `sha256-${digest}`, cache, signal, priority: "low" });
  const response = await ask("default").catch(() => ask("reload"));
  const headers = new Headers(response.headers);
  for (const name of OF_THE_WAY) headers.delete(name);
  headers.set(DIGEST, digest);
  return new Response(response.body, { headers });
}
