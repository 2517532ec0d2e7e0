// Answers a batch of transcripts on the cut bundle under Node: JSON in, JSON out.
//
// stdin: {"bundle": folder, "trees": [compiled JSON text], "asks": [request]}
// stdout: {"told": [response], "python": version}
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { boot, ENGINE } from "../../src/trees/browser/boot.js";

const asked = JSON.parse(readFileSync(0, "utf8"));
const manifest = JSON.parse(await readFile(join(asked.bundle, "manifest.json"), "utf8"));
const engine = readFile(join(asked.bundle, manifest.engine)).then((zip) => new Response(zip));
const bundle = {
  ...manifest,
  scripts: join(asked.bundle, manifest.scripts),
  library: join(asked.bundle, manifest.library),
};
const { service } = await boot(bundle, new Map([[ENGINE, engine]]));
for (const tree of asked.trees) service.load(tree);
const told = asked.asks.map((ask) => JSON.parse(service.handle(JSON.stringify(ask))));
process.stdout.write(JSON.stringify({ told }));
