/**
 * Keeps nothing, in the place of ../store.js: a file has no store of its own, and holds all that a start
 * takes.
 */

export const canKeep = () => false;

export async function isKept() {
  return true;
}

/** @returns {Promise<null>} */
export async function take() {
  return null;
}

export async function keep() {
  return false;
}

export async function drop() {}
