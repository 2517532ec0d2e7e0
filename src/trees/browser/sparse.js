/**
 * Memory without its empty pages: half of what an engine that has just started holds is zeros.
 *
 * Boundary: bytes in, bytes out. `runs` says where what is left stood: first page and number of pages,
 * run after run.
 */

const PAGE = 65_536;

/** @typedef {{ length: number, runs: number[] }} Layout the length of the whole, in bytes */

/**
 * @param {Uint8Array} memory
 * @returns {{ bytes: Uint8Array<ArrayBuffer>, layout: Layout }}
 */
export function squeeze(memory) {
  const runs = runsOf(memory);
  const parts = pieces(runs).map(([from, to]) => memory.subarray(from, to));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, layout: { length: memory.length, runs } };
}

/**
 * @param {Uint8Array} bytes
 * @param {Layout} layout
 */
export function expand(bytes, { length, runs }) {
  const memory = new Uint8Array(length);
  let at = 0;
  for (const [from, to] of pieces(runs)) {
    const size = Math.min(to, length) - from;
    memory.set(bytes.subarray(at, at + size), from);
    at += size;
  }
  return memory;
}

/** @param {Uint8Array} memory */
function runsOf(memory) {
  /** @type {number[]} */
  const runs = [];
  for (let page = 0; page * PAGE < memory.length; page++) {
    if (isEmpty(memory.subarray(page * PAGE, (page + 1) * PAGE))) continue;
    const [first = 0, count = 0] = runs.slice(-2);
    if (runs.length && first + count === page) runs[runs.length - 1] = count + 1;
    else runs.push(page, 1);
  }
  return runs;
}

/** @param {Uint8Array} bytes */
function isEmpty(bytes) {
  return bytes.every((byte) => byte === 0);
}

/**
 * @param {number[]} runs
 * @returns {[from: number, to: number][]} in bytes
 */
function pieces(runs) {
  /** @type {[number, number][]} */
  const all = [];
  for (let at = 0; at < runs.length; at += 2) {
    const first = runs[at] ?? 0;
    all.push([first * PAGE, (first + (runs[at + 1] ?? 0)) * PAGE]);
  }
  return all;
}
