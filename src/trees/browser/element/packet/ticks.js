/**
 * Which steps a reader has ticked: kept on the device, by language, tree, node and the step's own text.
 *
 * Boundary: storage, or where there is none the visit's memory; no DOM. A step that is written anew has
 * another text, so it is not done.
 */
const PREFIX = "dt-done:";

/** What storage did not take: newer than what it holds. @type {Map<string, string>} */
const visit = new Map();

/** @param {string} outcome @returns {Set<string>} the texts of the steps that are done */
export function doneAt(outcome) {
  try {
    const texts = JSON.parse(read(PREFIX + outcome) ?? "[]");
    return new Set(Array.isArray(texts) ? texts : []);
  } catch {
    return new Set();
  }
}

/**
 * @param {string} outcome
 * @param {string[]} texts those of all steps that are done
 */
export function keepDone(outcome, texts) {
  const name = PREFIX + outcome;
  const said = JSON.stringify(texts);
  try {
    if (texts.length) localStorage.setItem(name, said);
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
