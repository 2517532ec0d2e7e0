// Prints the style sheets of a folder as one, in the order of their names: node style.mjs FOLDER. Called by
// esbuild.py.
import { readdirSync } from "node:fs";
import { build } from "esbuild";
import { options } from "./options.mjs";

const folder = process.argv[2];
const names = readdirSync(folder).filter((name) => name.endsWith(".css"));
const contents = names.sort().map((name) => `@import "./${name}";`).join("\n");
const { outputFiles } = await build({
  ...options,
  stdin: { contents, loader: "css", resolveDir: folder },
  // As it is written: what a browser does not know, it skips, and the sheets count on that.
  target: "esnext",
  charset: "utf8",
});
process.stdout.write(outputFiles[0].text);
