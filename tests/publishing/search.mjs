// Asks the theme's own search, without a browser: node search.mjs WORKER INDEX, queries as JSON on
// standard input; prints the addresses that it finds for each, best first.
//
// Boundary: the worker's script and the site's index, as readers load them. Only what a worker has
// around it stands here.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const [, , script, index] = process.argv;
const asked = JSON.parse(readFileSync(0, "utf-8"));
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/** @type {(event: { data: unknown }) => Promise<void>} */
let heard = async () => {};
const waiting = new Map();
const worker = {
  addEventListener: (/** @type {string} */ _, listen) => (heard = listen),
  postMessage: ({ type, data }) => waiting.get(type)?.(data),
  location: { href: "https://site.example/worker.js" },
  console,
  URL,
};
runInContext(readFileSync(script, "utf-8"), createContext(Object.assign(worker, { self: worker })));

/** @param {number} type @param {unknown} data @param {number} answer */
function ask(type, data, answer) {
  return new Promise((resolve) => {
    waiting.set(answer, resolve);
    heard({ data: { type, data } });
  });
}

await ask(SETUP, { ...JSON.parse(readFileSync(index, "utf-8")), options: { suggest: false } }, READY);
const found = {};
for (const query of asked) {
  const { items } = await ask(QUERY, query, RESULT);
  found[query] = items.flatMap((page) => [...page].sort((one, two) => two.score - one.score)).map((one) => one.location);
}
process.stdout.write(JSON.stringify(found));
