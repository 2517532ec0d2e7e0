/**
 * The worker: starts the engine, hands it the trees that it needs, answers one request after another.
 *
 * Boundary: speaks protocol.js with the page and JSON with trees.engine.service. It decides nothing.
 * @import { FromWorker, Refusal, Request, Response, Service, ToWorker } from "./protocol.js"
 */
import { get, Start } from "./start.js";

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const start = new Start();
/** @type {Promise<Service> | undefined} */
let service;
/** The addresses from which trees have been handed to the engine. */
const loaded = new Set();
/** The requests so far, one behind the other. */
let queue = Promise.resolve();

class Refused extends Error {
  /**
   * @param {Refusal} why
   * @param {unknown} detail
   */
  constructor(why, detail) {
    super(String(detail));
    this.why = why;
  }
}

scope.addEventListener("message", (event) => {
  const message = /** @type {ToWorker} */ (event.data);
  if (message.type === "start") begin(message);
  else if (message.type === "settle") start.settle(message.keeps);
  else queue = queue.then(() => serve(message));
});

/** @param {ToWorker & { type: "start" }} message */
async function begin({ manifest, keeps, anew }) {
  service ??= start.run(manifest, { keeps, anew });
  try {
    await service;
    tell({ type: "ready", origin: start.origin });
  } catch (error) {
    tell({ type: "failed", detail: String(error) });
  }
}

/** @param {ToWorker & { type: "ask" }} message */
async function serve({ id, request, trees }) {
  try {
    tell({ type: "view", id, view: await answer(request, trees) });
  } catch (error) {
    if (!(error instanceof Refused)) start.distrust();
    const why = error instanceof Refused ? error.why : "request";
    tell({ type: "refused", id, why, detail: String(error) });
  }
}

/**
 * @param {Request} request
 * @param {Record<string, string>} trees
 */
async function answer(request, trees) {
  const engine = await /** @type {Promise<Service>} */ (service);
  await load(engine, request.state.tree, trees);
  for (;;) {
    const response = /** @type {Response} */ (JSON.parse(engine.handle(JSON.stringify(request))));
    if ("view" in response) return response.view;
    if ("error" in response) throw new Refused("request", response.detail ?? response.error);
    if (!(await load(engine, response.needs, trees))) throw new Refused("tree-missing", response.needs);
  }
}

/**
 * Hand a tree to the engine, once for each address; say whether there was anything to hand over.
 *
 * @param {Service} engine
 * @param {string} tree
 * @param {Record<string, string>} trees
 */
async function load(engine, tree, trees) {
  const address = trees[tree];
  if (!address || loaded.has(address)) return false;
  const response = await get(address).catch((error) => {
    throw new Refused("tree-unreachable", error);
  });
  engine.load(await response.text());
  loaded.add(address);
  return true;
}

/** @param {FromWorker} message */
function tell(message) {
  scope.postMessage(message);
}
