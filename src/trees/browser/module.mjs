// Prints a script with all that it imports as one, a module unless another format is named:
// node module.mjs PATH [FORMAT]. Called by esbuild.py.
import { build } from "esbuild";
import { options } from "./options.mjs";

const { outputFiles } = await build({
  ...options,
  entryPoints: [process.argv[2]],
  format: process.argv[3] ?? "esm",
});
process.stdout.write(outputFiles[0].text);
