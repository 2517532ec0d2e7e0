/**
 * Starts the Python engine: from the bundle's files, or from a snapshot of such a start.
 *
 * Boundary: knows Pyodide and the bundle, neither the page nor the worker; Node runs it as well.
 * @import { Bundle, Service } from "./protocol.js"
 */
import { get } from "./files.js";
import { getPacked } from "./packed.js";
import { askForScripts, loaderFrom } from "./scripts.js";

/** The same in every start, so that a later start can go on from a stored one. */
const ENVIRONMENT = { HOME: "/tmp", PYTHONHASHSEED: "0" };

/** Where the engine lies for Python. */
export const ENGINE = "/engine.zip";
const IMPORT = `
import sys
sys.path.insert(0, "${ENGINE}")
from trees.engine.service import Service
`;
const SERVE = "Service()";

/** A zip without files. A snapshot holds every module that is used: nothing is read from the library. */
const EMPTY_ZIP = new Uint8Array([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)]);

/**
 * Modules by the file that Pyodide will want to have instantiated: they are compiled as they arrive, while
 * Pyodide is not even there yet.
 * @type {WeakMap<object, Promise<WebAssembly.Module>>}
 */
const modules = new WeakMap();

/** @typedef {Map<string, Promise<Response>>} Files what Pyodide will ask for, by the address that it uses */

/**
 * Ask at once for what every start needs, and Pyodide would ask for one after the other.
 *
 * @param {Bundle} bundle
 * @returns {Files}
 */
export function askForRuntime({ scripts, wasm }) {
  askForScripts(scripts);
  const file = getPacked(wasm, "application/wasm");
  const module = WebAssembly.compileStreaming(file);
  module.catch(() => {}); // heard when Pyodide asks for it
  modules.set(file, module);
  return asked({ [`${scripts}pyodide.asm.wasm`]: file });
}

/**
 * Ask for what only a start without a snapshot needs.
 *
 * @param {Bundle} bundle
 * @returns {Files}
 */
export function askForLibrary({ library, engine }) {
  // Read to its end first: Pyodide does not notice a library that breaks off.
  const whole = getPacked(library, "application/zip").then(async (zip) => new Response(await zip.arrayBuffer()));
  return asked({ [library]: whole, [ENGINE]: get(engine) });
}

/** @param {Record<string, Promise<Response>>} files */
function asked(files) {
  for (const file of Object.values(files)) file.catch(() => {}); // heard when Pyodide asks for it
  return new Map(Object.entries(files));
}

/**
 * Start from the files of the bundle. With `snapshots`, also return the memory as it is before any
 * tree or answer comes into it.
 *
 * @param {Bundle} bundle
 * @param {Files} files
 * @param {{ snapshots?: boolean }} [options]
 * @returns {Promise<{ service: Service, snapshot: Uint8Array | null }>}
 */
export async function boot(bundle, files, { snapshots = false } = {}) {
  const pyodide = await begin(bundle, files, snapshots ? { _makeSnapshot: true } : {});
  const snapshot = snapshots ? snapshotOf(pyodide) : null;
  return { service: pyodide.runPython(SERVE), snapshot };
}

/**
 * Start Python, with the engine imported and nothing done yet.
 *
 * @param {Bundle} bundle
 * @param {Files} files
 * @param {object} [options] of Pyodide
 */
export async function begin(bundle, files, options = {}) {
  const pyodide = await load(bundle, files, options);
  const engine = await /** @type {Promise<Response>} */ (files.get(ENGINE));
  pyodide.FS.writeFile(ENGINE, new Uint8Array(await engine.arrayBuffer()));
  pyodide.runPython(IMPORT);
  return pyodide;
}

/**
 * Start from a snapshot.
 *
 * @param {Bundle} bundle
 * @param {Files} files
 * @param {Uint8Array} snapshot
 * @returns {Promise<Service>}
 */
export async function bootFrom(bundle, files, snapshot) {
  files.set(bundle.library, Promise.resolve(new Response(EMPTY_ZIP)));
  const pyodide = await load(bundle, files, { _loadSnapshot: snapshot });
  return pyodide.runPython(SERVE);
}

/**
 * @param {Bundle} bundle
 * @param {Files} files
 * @param {object} options of Pyodide
 */
async function load({ scripts, library, abi }, files, options) {
  const loadPyodide = await loaderFrom(scripts);
  return handedOut(files, () =>
    loadPyodide({
      indexURL: scripts,
      // No packages are used, so none are ever asked for elsewhere.
      packageBaseUrl: scripts,
      lockFileContents: JSON.stringify({ info: { abi_version: abi }, packages: {} }),
      stdLibURL: library,
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
 * Run a start that gets its files from here, and fails as soon as one does not come or is no good:
 * Pyodide itself only writes to the console then, and waits for ever. What others ask for meanwhile,
 * where this runs on the page's own thread, is none of its business.
 *
 * @template T
 * @param {Files} files
 * @param {() => Promise<T>} start
 * @returns {Promise<T>}
 */
function handedOut(files, start) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  const started = new Promise((resolve, reject) => {
    globalThis.fetch = (...wanted) => {
      const file = files.get(String(wanted[0]));
      file?.catch(reject);
      return file ?? fetch(...wanted);
    };
    WebAssembly.instantiateStreaming = (source, imports) => {
      const module = modules.get(source);
      if (!module) return instantiateStreaming.call(WebAssembly, source, imports);
      const made = instantiated(module, imports);
      made.catch(reject);
      return made;
    };
    start().then(resolve, reject);
  });
  return started.finally(() => {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  });
}

/**
 * @param {Promise<WebAssembly.Module>} compiled
 * @param {WebAssembly.Imports | undefined} imports
 */
async function instantiated(compiled, imports) {
  const module = await compiled;
  return { module, instance: await WebAssembly.instantiate(module, imports) };
}
