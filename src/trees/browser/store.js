/**
 * Keeps one snapshot of the engine on the reader's device, for the next visit.
 *
 * Boundary: bytes in Cache Storage, proven whole by their digest; nothing of the reader is in them.
 * Nothing here throws: storage that is full, forbidden or absent is as good as empty. In one file, which
 * has no store of its own, file/store.js stands in this place.
 */
import { ROOT } from "./place.js";
import { expand, squeeze } from "./sparse.js";

const HERE = import.meta.url;
/** One for each site, as several may share an origin. */
const NAME = `decision-trees-engine ${ROOT.pathname}`;
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
 * @param {() => void} onSpoilt told if there was one that is not what was kept
 * @returns {Promise<Uint8Array | null>}
 */
export async function take(hash, onSpoilt) {
  try {
    const found = await caches.match(keyOf(hash), { cacheName: NAME });
    const snapshot = found && (await read(found).catch(onSpoilt));
    if (snapshot) return snapshot;
  } catch {
    // Where storage is denied, nothing is kept.
  }
  await drop();
  return null;
}

/**
 * @param {Response} found
 * @throws where it is not what was kept
 */
async function read(found) {
  const bytes = new Uint8Array(await found.arrayBuffer());
  if ((await digest(bytes)) !== found.headers.get(DIGEST)) throw new Error("not what was kept");
  return expand(bytes, JSON.parse(found.headers.get(LAYOUT) ?? ""));
}

/**
 * @param {string} hash
 * @param {Uint8Array} snapshot
 * @returns {Promise<boolean>} whether it is kept
 */
export async function keep(hash, snapshot) {
  try {
    const { bytes, layout } = squeeze(snapshot);
    const headers = { [DIGEST]: await digest(bytes), [LAYOUT]: JSON.stringify(layout) };
    const body = new Response(bytes, { headers });
    await drop(); // never two: a page of another version may have kept its own
    await (await caches.open(NAME)).put(keyOf(hash), body);
    return true;
  } catch (error) {
    console.info("decision-tree: no snapshot kept:", String(error));
    await drop();
    return false;
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
