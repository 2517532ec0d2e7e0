// Answers a batch of requests at the playground's bench, on the cut bundle under Node: JSON in, JSON out.
//
// stdin: {"bundle": folder, "checker": path, "texts": JSON text, "asks": [request]}
// stdout: {"told": [response text]}
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ENGINE } from "../../src/trees/browser/boot.js";
import { openBench } from "../../src/trees/browser/playground/bench.js";

const asked = JSON.parse(readFileSync(0, "utf8"));
const manifest = JSON.parse(await readFile(join(asked.bundle, "manifest.json"), "utf8"));
const file = async (path) => new Response(await readFile(path));
const bundle = {
  ...manifest,
  scripts: join(asked.bundle, manifest.scripts),
  library: join(asked.bundle, manifest.library),
};
const files = new Map([[ENGINE, file(join(asked.bundle, manifest.engine))]]);
const texts = Promise.resolve(new Response(asked.texts));
const bench = await openBench(bundle, files, file(asked.checker), texts, true);
const told = asked.asks.map((ask) => bench.handle(JSON.stringify(ask)));
process.stdout.write(JSON.stringify({ told }));
