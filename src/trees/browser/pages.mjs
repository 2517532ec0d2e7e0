// Prints the modules that pages load, each put together with what it imports, as JSON: text by path. What
// several have in common comes to stand in shared/, so that it is there once, and so is what it remembers.
// Called by esbuild.py.
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { options } from "./options.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { outputFiles } = await build({
  ...options,
  entryPoints: process.argv.slice(2).map((path) => join(here, path)),
  outbase: here,
  outdir: here,
  chunkNames: "shared/[hash]",
  splitting: true,
  format: "esm",
});
const texts = outputFiles.map(({ path, text }) => [relative(here, path).replaceAll("\\", "/"), text]);
process.stdout.write(JSON.stringify(Object.fromEntries(texts)));
