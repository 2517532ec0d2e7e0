/**
 * Starts the Python engine: one function, from the bundle's addresses to a service that answers.
 *
 * Boundary: knows Pyodide and the bundle, neither the page nor the worker; Node runs it as well.
 * @import { Manifest, Service } from "./protocol.js"
 */

/** The same in every start, so that a later start can go on from a stored one. */
const ENVIRONMENT = { HOME: "/home/pyodide", PYTHONHASHSEED: "0" };

const ENGINE = "/engine.zip";
const START = `
import sys
sys.path.insert(0, "${ENGINE}")
from trees.engine.service import Service
Service()
`;

/**
 * @param {Manifest} manifest
 * @param {string} base the address of the bundle, with a slash at its end
 * @param {Promise<ArrayBuffer>} engine the engine's zip
 * @returns {Promise<Service>}
 */
export async function boot(manifest, base, engine) {
  const indexURL = base + manifest.runtime;
  const { loadPyodide } = await import(`${indexURL}pyodide.mjs`);
  const pyodide = await loadPyodide({
    indexURL,
    stdLibURL: base + manifest.library,
    // No packages are used; Pyodide only wants to know that the list is meant for it.
    lockFileContents: JSON.stringify({ info: { abi_version: manifest.abi }, packages: {} }),
    env: ENVIRONMENT,
    checkAPIVersion: true,
  });
  pyodide.FS.writeFile(ENGINE, new Uint8Array(await engine));
  return pyodide.runPython(START);
}
