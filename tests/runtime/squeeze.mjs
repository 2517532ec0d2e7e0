// Squeezes and expands memories under Node: JSON in, JSON out.
//
// stdin: [[length, [[start, end of what is not zero], …]], …]
// stdout: [{"same": whether it came back, "bytes": how many were kept}, …]
import { readFileSync } from "node:fs";
import { expand, squeeze } from "../../src/trees/browser/sparse.js";

const memories = JSON.parse(readFileSync(0, "utf8")).map(([length, filled]) => {
  const memory = new Uint8Array(length);
  for (const [start, end] of filled) memory.fill(1 + (start % 255), start, end);
  return memory;
});
const told = memories.map((memory) => {
  const { bytes, layout } = squeeze(memory);
  const again = expand(bytes, JSON.parse(JSON.stringify(layout)));
  return { same: Buffer.from(memory).equals(Buffer.from(again)), bytes: bytes.length };
});
process.stdout.write(JSON.stringify(told));
