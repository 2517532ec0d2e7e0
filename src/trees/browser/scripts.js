/**
 * Pyodide's own scripts: from the bundle.
 *
 * Boundary: how a site has them; in one file, file/scripts.js stands in this place.
 */

/** What Pyodide imports, one after the other. */
const SCRIPTS = ["pyodide.mjs", "pyodide.asm.js"];

/** @param {string} folder address, with a slash at its end */
export function askForScripts(folder) {
  // Imported again later, where a failure is heard.
  for (const script of SCRIPTS) import(folder + script).catch(() => {});
}

/**
 * @param {string} folder
 * @returns {Promise<(options: object) => Promise<any>>}
 */
export async function loaderFrom(folder) {
  return (await import(`${folder}pyodide.mjs`)).loadPyodide;
}
