/**
 * Which steps a reader has ticked: kept on the device, by tree, node and the name that the page gives each.
 *
 * Boundary: storage, or where there is none the visit's memory; no DOM. A step that is written anew has
 * another name, so it is not done.
 */
const PREFIX = "dt-done:";

/** What storage did not take: newer than what it holds. @type {Map<string, string>} */
const visit = new Map();

/** @param {string} outcome @returns {Set<string>} the names of the steps that are done */
export function doneAt(outcome) {
  try {
    const steps = JSON.parse(read(PREFIX + outcome) ?? "[]");
    return new Set(Array.isArray(steps) ? steps : []);
  } catch {
    return new Set();
  }
}

/**
 * @param {string} outcome
 * @param {string[]} steps the names of all that are done
 */
export function keepDone(outcome, steps) {
  const name = PREFIX + outcome;
  const said = JSON.stringify(steps);
  try {
    if (steps.length) localStorage.setItem(name, said);
    else localStorage.removeItem(name);
    visit.delete(name);
  } catch {
    // Not allowed, or full: the visit remembers.
    visit.set(name, said);
  }
}

/** @param {string} name */
function read(name) {
  return visit.get(name) ?? localStorage.getItem(name);
}
