/**
 * The files that the document holds, in the place of ../files.js: nothing is fetched.
 *
 * Boundary: base64 in, responses out, by the addresses that a site would have for the same files.
 */
import { bytesOf } from "./base64.js";

/** @type {Map<string, string>} */
let held = new Map();

/** @param {Map<string, string>} files in base64, by address */
export function hold(files) {
  held = files;
}

/** @param {string} address */
export async function get(address) {
  const file = held.get(address);
  if (file === undefined) throw new Error(`this file holds no ${address}`);
  return new Response(bytesOf(file));
}
