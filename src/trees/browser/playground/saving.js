/**
 * Ways to take a text along: a file, a link, a proposal where the files are kept.
 *
 * Boundary: one text out of the page, only when a button asks for it.
 * @import { Draft } from "./draft.js"
 */

/**
 * @param {Draft} draft
 * @param {string} text
 */
export function download(draft, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
  link.download = draft.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/**
 * Put a link that holds the text on the clipboard; where that is denied, into the address.
 *
 * @param {Draft} draft
 * @param {string} text
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copyLink(draft, text) {
  const address = new URL(await draft.fragment(text), location.href).href;
  if (await copy(address)) return true;
  history.replaceState(history.state, "", address);
  return false;
}

/** @param {string} text @returns {Promise<boolean>} whether it is on the clipboard */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
