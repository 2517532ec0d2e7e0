/**
 * Starts Python with the engine and, beside it, the checker.
 *
 * Boundary: knows Pyodide and the bundle, neither the page nor the worker; Node runs it as well.
 * @import { Files } from "../boot.js"
 * @import { Bundle } from "../protocol.js"
 * @import { Bench } from "./protocol.js"
 */
import { begin } from "../boot.js";

/** Where the checker lies for Python. */
const CHECKER = "/checker.zip";
/** Some packages are there already, in the engine's zip and in the library's; here are more parts of them. */
export const OPEN = `
import encodings, sys
import trees
sys.path.append("${CHECKER}")
for package in (encodings, trees):
    package.__path__.append(f"${CHECKER}/{package.__name__}")
from trees.publishing.workbench import Workbench
`;

/**
 * @param {Bundle} bundle
 * @param {Files} files what a start of the engine asks for
 * @param {Promise<Response>} checker
 * @param {Promise<Response>} texts of all files, as JSON, by path
 * @param {boolean} directories whether a page's address ends in a slash
 * @returns {Promise<Bench>}
 */
export async function openBench(bundle, files, checker, texts, directories) {
  const pyodide = await begin(bundle, files);
  pyodide.FS.writeFile(CHECKER, new Uint8Array(await (await checker).arrayBuffer()));
  pyodide.runPython(OPEN);
  return pyodide.globals.get("Workbench")(await (await texts).text(), directories);
}
