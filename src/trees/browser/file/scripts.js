/**
 * Pyodide's own scripts, in the place of ../scripts.js: they are part of this one. The larger of the two
 * stands before it (file_scripts.py), and Pyodide does not look for what is there.
 */
import { loadPyodide } from "pyodide";

export function askForScripts() {}

export async function loaderFrom() {
  return loadPyodide;
}
