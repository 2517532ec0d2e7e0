// Prints one of this folder's scripts with all that it imports, as one module: node bundle.mjs NAME.
// Called by playground_parts.py.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: [join(dirname(fileURLToPath(import.meta.url)), process.argv[2])],
  bundle: true,
  write: false,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "ascii",
  legalComments: "none",
});
process.stdout.write(outputFiles[0].text);
