// Prints a script with all that it imports, as one module: node module.mjs PATH. Called by esbuild.py.
import { build } from "esbuild";
import { options } from "./options.mjs";

const { outputFiles } = await build({
  ...options,
  entryPoints: [process.argv[2]],
  format: "esm",
});
process.stdout.write(outputFiles[0].text);
