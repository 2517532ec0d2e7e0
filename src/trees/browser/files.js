/**
 * Fetches what a start is made from.
 *
 * Boundary: an address in, a response out; what is not there is an error. In one file, where nothing can
 * be fetched, file/files.js stands in this place.
 */

/** @param {string} address */
export async function get(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}
