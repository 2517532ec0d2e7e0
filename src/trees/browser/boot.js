/**
 * Starts the Python engine: one function, from the bundle's addresses to a service that answers.
 *
 * Boundary: knows Pyodide and the bundle, neither the page nor the worker; Node runs it as well.
 * @import { Manifest, Service } from "./protocol.js"
 */

/** The same in every start, so that a later start can go on from a stored one. */
const ENVIRONMENT = { HOME: "/tmp", PYTHONHASHSEED: "0" };

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
  const early = fetchEarly(indexURL);
  const { loadPyodide } = await import(`${indexURL}pyodide.mjs`);
  const pyodide = await watched(early, () =>
    loadPyodide({
      indexURL,
      // No packages are used, so none are ever asked for elsewhere.
      packageBaseUrl: indexURL,
      lockFileContents: JSON.stringify({ info: { abi_version: manifest.abi }, packages: {} }),
      stdLibURL: base + manifest.library,
      env: ENVIRONMENT,
      checkAPIVersion: true,
    }),
  );
  pyodide.FS.writeFile(ENGINE, new Uint8Array(await engine));
  return pyodide.runPython(START);
}

/**
 * Ask at once for what Pyodide asks for one after the other.
 *
 * @param {string} indexURL
 * @returns {Map<string, Promise<Response>>} by address
 */
function fetchEarly(indexURL) {
  const early = new Map();
  if (!/^https?:/.test(indexURL)) return early; // files on a disk, under Node
  import(`${indexURL}pyodide.asm.js`).catch(() => {}); // Pyodide imports it again, and says so
  const wasm = `${indexURL}pyodide.asm.wasm`;
  early.set(wasm, fetch(wasm));
  early.get(wasm).catch(() => {}); // heard when Pyodide asks for it
  return early;
}

/**
 * Run a start that fails as soon as a file does not come or is no good: Pyodide itself only writes
 * to the console then, and waits for ever.
 *
 * @template T
 * @param {Map<string, Promise<Response>>} early what has been asked for already
 * @param {() => Promise<T>} start
 * @returns {Promise<T>}
 */
function watched(early, start) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  const started = new Promise((resolve, reject) => {
    globalThis.fetch = async (...asked) => {
      const response = (early.get(String(asked[0])) ?? fetch(...asked)).then(there);
      response.catch(reject);
      return response;
    };
    WebAssembly.instantiateStreaming = async (...given) => {
      const instance = instantiateStreaming.apply(WebAssembly, given);
      instance.catch(reject);
      return instance;
    };
    start().then(resolve, reject);
  });
  return started.finally(() => {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  });
}

/** @param {Response} response */
function there(response) {
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
}
