/**
 * Unpacks what travels packed.
 *
 * Boundary: an address in, a response out; whatever is not there or not whole is an error.
 */
import { get } from "./files.js";

/**
 * Get a file that was packed with gzip when the bundle was built: so it is small on its way from any
 * host, one that compresses nothing included.
 *
 * @param {string} address
 * @param {string} type of what is in it
 */
export async function getPacked(address, type) {
  const packed = /** @type {ReadableStream<BufferSource>} */ ((await get(address)).body);
  const body = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (
    packed.pipeThrough(new DecompressionStream("gzip"))
  );
  return new Response(body, { headers: { "Content-Type": type } });
}
