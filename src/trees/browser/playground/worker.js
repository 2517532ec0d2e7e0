/**
 * The playground's worker: starts the checker, and answers one request after another.
 *
 * Boundary: speaks protocol.js with the page and JSON with trees.publishing.workbench. What takes too
 * long is ended from outside, by ending the worker.
 * @import { Bench, FromBench, Parts, ToBench } from "./protocol.js"
 */
import { askForLibrary, askForRuntime } from "../boot.js";
import { get } from "../files.js";
import { openBench } from "./bench.js";

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** @type {Promise<Bench> | undefined} */
let bench;

/** @param {FromBench} message */
function tell(message) {
  scope.postMessage(message);
}

/** @param {Parts} parts */
function start({ bundle, checker, texts, directories }) {
  const files = new Map([...askForRuntime(bundle), ...askForLibrary(bundle)]);
  bench = openBench(bundle, files, get(checker), get(texts), directories);
  bench.then(
    () => tell({ type: "ready" }),
    (error) => tell({ type: "failed", detail: String(error) }),
  );
}

/** @param {ToBench & { type: "ask" }} message */
async function serve({ id, request }) {
  const told = (await bench)?.handle(JSON.stringify(request));
  tell({ type: "told", id, answer: JSON.parse(told ?? "{}") });
}

scope.addEventListener("message", (/** @type {MessageEvent<ToBench>} */ { data }) => {
  if (data.type === "start") start(data.parts);
  else serve(data).catch((error) => tell({ type: "failed", detail: String(error) }));
});
