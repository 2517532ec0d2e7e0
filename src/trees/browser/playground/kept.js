/**
 * Texts that have been changed and not saved elsewhere, kept for as long as the tab is open.
 *
 * Boundary: sessionStorage, by the path of the file. Where storage is denied, nothing is kept.
 */

/** This script lies in assets/playground-<hash>/; several sites may share an origin. */
const PREFIX = `decision-trees-playground ${new URL("../../", import.meta.url).pathname} `;

/** @param {string} path @returns {string | null} */
export function keptText(path) {
  try {
    return sessionStorage.getItem(PREFIX + path);
  } catch {
    return null;
  }
}

/**
 * @param {string} path
 * @param {string | null} text null to keep nothing
 */
export function keepText(path, text) {
  try {
    if (text === null) sessionStorage.removeItem(PREFIX + path);
    else sessionStorage.setItem(PREFIX + path, text);
  } catch {
    // Denied or full: then the text lasts as long as the page.
  }
}
