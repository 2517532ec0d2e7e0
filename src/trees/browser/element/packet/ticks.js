/**
 * Which steps a reader has ticked: kept on the device, by tree, node and the step's own text.
 *
 * Boundary: storage, or where there is none the visit's memory; no DOM. A step that is written anew has
 * another text, so it is not done.
 */
const PREFIX = "dt-done:";

/** What is known without storage. @type {Map<string, string>} */
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
  const said = texts.length ? JSON.stringify(texts) : null;
  if (said === null) visit.delete(name);
  else visit.set(name, said);
  try {
    if (said === null) localStorage.removeItem(name);
    else localStorage.setItem(name, said);
  } catch {
    // Not allowed, or full: the visit remembers.
  }
}

/** @param {string} name */
function read(name) {
  try {
    return localStorage.getItem(name) ?? visit.get(name);
  } catch {
    return visit.get(name);
  }
}
