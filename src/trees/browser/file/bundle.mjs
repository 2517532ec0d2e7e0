// Prints one of this folder's scripts with all that it imports, to stand in a document: node bundle.mjs NAME.
// A module of this folder takes the place of its namesake in the folder above. Called by file_scripts.py.
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { options } from "../options.mjs";

const here = dirname(fileURLToPath(import.meta.url));

const namesakes = {
  name: "namesakes",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, resolveDir }) => {
      const module = resolve(resolveDir, path);
      const namesake = join(here, relative(dirname(here), module));
      return { path: existsSync(namesake) ? namesake : module };
    }),
};

const { outputFiles } = await build({
  ...options,
  entryPoints: [join(here, process.argv[2])],
  format: "iife",
  // What Pyodide asks for under Node.
  external: ["node:*", "ws"],
  plugins: [namesakes],
});
process.stdout.write(outputFiles[0].text);
