/**
 * One quiet line at the foot of the window, with one thing to do about it.
 *
 * Boundary: a sentence and a button or link in the page's own DOM, outside of what themes replace when
 * they load pages by themselves. Focus stays where it is.
 */

/**
 * @param {string} sentence
 * @param {HTMLButtonElement | HTMLAnchorElement} deed
 */
export function showLine(sentence, deed) {
  document.querySelector(".dt-line")?.remove();
  const line = document.createElement("div");
  line.className = "dt-line";
  line.setAttribute("role", "status");
  document.body.append(line);
  // Only what changes in a status is read out.
  requestAnimationFrame(() => line.append(sentence, " ", deed));
}

/**
 * @param {string} words
 * @param {() => void} press
 */
export function button(words, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.append(words);
  made.addEventListener("click", press);
  return made;
}

/**
 * @param {string} words
 * @param {string} address
 */
export function link(words, address) {
  const made = document.createElement("a");
  made.href = address;
  made.append(words);
  return made;
}
