// Asks the finder, without a browser: node finder.mjs PLACES, with the words that it passes over and
// the queries as JSON on standard input; prints the addresses that it finds for each, best first.
import { readFileSync } from "node:fs";
import { Places } from "../../src/trees/browser/finder/places.js";

const { small, asked } = JSON.parse(readFileSync(0, "utf-8"));
const places = new Places(JSON.parse(readFileSync(process.argv[2], "utf-8")), small);
const found = asked.map((said) => [said, places.find(said).map(({ at }) => at)]);
process.stdout.write(JSON.stringify(Object.fromEntries(found)));
