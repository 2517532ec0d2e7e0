// Prints a script with all that it imports, as one module: node module.mjs PATH. Called by esbuild.py.
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: [process.argv[2]],
  bundle: true,
  write: false,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "ascii",
  legalComments: "none",
});
process.stdout.write(outputFiles[0].text);
