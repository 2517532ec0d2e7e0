/**
 * A text as a part of an address, and back: packed with deflate, written in letters that addresses take.
 *
 * Boundary: strings. A part that is broken, or that unpacks to more than any tree may hold, is no text.
 */

/** How many bytes a text may have; the checker refuses longer ones. */
const MOST_BYTES = 4_194_304;
const FORMAT = "deflate-raw";

/** @param {string} text */
export async function pack(text) {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream(FORMAT));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * @param {string} packed
 * @returns {Promise<string | null>}
 */
export async function unpack(packed) {
  try {
    const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    return await readAll(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(FORMAT)));
  } catch {
    return null;
  }
}

/** @param {ReadableStream<Uint8Array>} stream */
async function readAll(stream) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = stream.getReader();
  let text = "";
  for (let length = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > MOST_BYTES) throw new RangeError("too long");
    text += decoder.decode(value, { stream: true });
  }
}
