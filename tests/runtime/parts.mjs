// What the page writes for a part: JSON in ([[part, language], …]), JSON out.
import { readFileSync } from "node:fs";
import { partText } from "../../src/trees/browser/element/parts.js";

const asked = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(asked.map(([part, language]) => partText(part, language))));
