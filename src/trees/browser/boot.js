/**
 * Starts the Python engine: from the bundle's files, or from a snapshot of such a start.
 *
 * Boundary: knows Pyodide and the bundle, neither the page nor the worker; Node runs it as well.
 * @import { Manifest, Service } from "./protocol.js"
 */

/** The same in every start, so that a later start can go on from a stored one. */
const ENVIRONMENT = { HOME: "/tmp", PYTHONHASHSEED: "0" };

const ENGINE = "/engine.zip";
const IMPORT = `
import sys
sys.path.insert(0, "${ENGINE}")
from trees.engine.service import Service
`;
const SERVE = "Service()";

/** A zip without files. A snapshot holds every module that is used: nothing is read from the library. */
const EMPTY_ZIP = new Uint8Array([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)]);

/** @typedef {Map<string, Promise<Response>>} Early what has been asked for already, by address */

/**
 * Start from the files of the bundle. With `snapshots`, also return the memory as it is before any
 * tree or answer comes into it.
 *
 * @param {Manifest} manifest
 * @param {string} base the address of the bundle, with a slash at its end
 * @param {Promise<ArrayBuffer>} engine the engine's zip
 * @param {{ early?: Early, snapshots?: boolean }} [options]
 * @returns {Promise<{ service: Service, snapshot: Uint8Array | null }>}
 */
export async function boot(manifest, base, engine, { early, snapshots = false } = {}) {
  const options = snapshots ? { _makeSnapshot: true } : {};
  const pyodide = await load(manifest, base, early ?? askEarly(manifest, base), options);
  pyodide.FS.writeFile(ENGINE, new Uint8Array(await engine));
  pyodide.runPython(IMPORT);
  const snapshot = snapshots ? snapshotOf(pyodide) : null;
  return { service: pyodide.runPython(SERVE), snapshot };
}

/**
 * Start from a snapshot.
 *
 * @param {Manifest} manifest
 * @param {string} base
 * @param {Uint8Array} snapshot
 * @param {Early} early
 * @returns {Promise<Service>}
 */
export async function bootFrom(manifest, base, snapshot, early) {
  early.set(base + manifest.library, Promise.resolve(new Response(EMPTY_ZIP)));
  const pyodide = await load(manifest, base, early, { _loadSnapshot: snapshot });
  return pyodide.runPython(SERVE);
}

/**
 * Ask at once for what Pyodide asks for one after the other.
 *
 * @param {Manifest} manifest
 * @param {string} base
 * @returns {Early}
 */
export function askEarly(manifest, base) {
  const early = new Map();
  const indexURL = base + manifest.runtime;
  if (!/^https?:/.test(indexURL)) return early; // files on a disk, under Node
  // Imported again later, where a failure is heard.
  for (const module of ["pyodide.mjs", "pyodide.asm.js"]) import(indexURL + module).catch(() => {});
  const wasm = `${indexURL}pyodide.asm.wasm`;
  early.set(wasm, fetch(wasm));
  early.get(wasm).catch(() => {}); // heard when Pyodide asks for it
  return early;
}

/**
 * @param {Manifest} manifest
 * @param {string} base
 * @param {Early} early
 * @param {object} options of Pyodide
 */
async function load(manifest, base, early, options) {
  const indexURL = base + manifest.runtime;
  const { loadPyodide } = await import(`${indexURL}pyodide.mjs`);
  return watched(early, () =>
    loadPyodide({
      indexURL,
      // No packages are used, so none are ever asked for elsewhere.
      packageBaseUrl: indexURL,
      lockFileContents: JSON.stringify({ info: { abi_version: manifest.abi }, packages: {} }),
      stdLibURL: base + manifest.library,
      env: ENVIRONMENT,
      checkAPIVersion: true,
      ...options,
    }),
  );
}

/**
 * Snapshots are an undocumented ability of Pyodide: without one, everything works all the same.
 *
 * @param {{ makeMemorySnapshot(): Uint8Array }} pyodide
 */
function snapshotOf(pyodide) {
  try {
    return pyodide.makeMemorySnapshot();
  } catch (error) {
    console.info("decision-tree: no snapshot:", String(error));
    return null;
  }
}

/**
 * Run a start that fails as soon as a file does not come or is no good: Pyodide itself only writes
 * to the console then, and waits for ever.
 *
 * @template T
 * @param {Early} early
 * @param {() => Promise<T>} start
 * @returns {Promise<T>}
 */
function watched(early, start) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  const started = new Promise((resolve, reject) => {
    globalThis.fetch = async (...asked) => {
      const response = (taken(early, String(asked[0])) ?? fetch(...asked)).then(there);
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

/**
 * Each response is read once; a second start has to ask anew.
 *
 * @param {Early} early
 * @param {string} address
 */
function taken(early, address) {
  const response = early.get(address);
  early.delete(address);
  return response;
}

/** @param {Response} response */
function there(response) {
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
}
