/**
 * Keeps one snapshot of the engine on the reader's device, for the next visit.
 *
 * Boundary: bytes in Cache Storage, proven whole by their digest; nothing of the reader is in them.
 * Nothing here throws: storage that is full, forbidden or absent is as good as empty. In one file, which
 * has no store of its own, file/store.js stands in this place.
 */
import { expand, squeeze } from "./sparse.js";

const HERE = import.meta.url;
/** One for each site, as several may share an origin. This module lies in assets/element-<hash>/. */
const NAME = `decision-trees-engine ${new URL("../../", HERE).pathname}`;
const DIGEST = "X-Digest";
const LAYOUT = "X-Layout";

/** Whether there is a store at all. */
export function canKeep() {
  return "caches" in globalThis;
}

/** Whether an earlier visit kept anything; it may be of another version. */
export async function isKept() {
  try {
    return await caches.has(NAME);
  } catch {
    return false;
  }
}

/**
 * Return the snapshot of exactly this engine, started by exactly these modules; remove any other.
 *
 * @param {string} hash of the bundle
 * @returns {Promise<Uint8Array | null>}
 */
export async function take(hash) {
  try {
    const found = await caches.match(keyOf(hash), { cacheName: NAME });
    const bytes = found && new Uint8Array(await found.arrayBuffer());
    const layout = found?.headers.get(LAYOUT) ?? "";
    if (bytes && (await digest(bytes)) === found.headers.get(DIGEST)) {
      return expand(bytes, JSON.parse(layout));
    }
    await drop();
  } catch {
    await drop();
  }
  return null;
}

/**
 * @param {string} hash
 * @param {Uint8Array} snapshot
 */
export async function keep(hash, snapshot) {
  try {
    const { bytes, layout } = squeeze(snapshot);
    const headers = { [DIGEST]: await digest(bytes), [LAYOUT]: JSON.stringify(layout) };
    const body = new Response(bytes, { headers });
    await drop(); // never two: a page of another version may have kept its own
    await (await caches.open(NAME)).put(keyOf(hash), body);
  } catch (error) {
    console.info("decision-tree: no snapshot kept:", String(error));
    await drop();
  }
}

/** Remove whatever is kept. */
export async function drop() {
  try {
    await caches.delete(NAME);
  } catch {
    // Where storage is denied, nothing is kept.
  }
}

/** @param {string} hash */
function keyOf(hash) {
  return new URL(`snapshot-${hash}`, HERE).href;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function digest(bytes) {
  const sum = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
