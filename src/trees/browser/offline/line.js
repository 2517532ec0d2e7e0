/**
 * One quiet line at the foot of the window, with a button.
 *
 * Boundary: a sentence in the page's own DOM, outside of what themes replace when they load pages by
 * themselves. Focus stays where it is.
 */

/**
 * @param {string} sentence
 * @param {string} deed what the button says
 * @param {() => void} press
 */
export function showLine(sentence, deed, press) {
  document.querySelector(".dt-line")?.remove();
  const line = document.createElement("div");
  line.className = "dt-line";
  line.setAttribute("role", "status");
  document.body.append(line);
  const button = document.createElement("button");
  button.type = "button";
  button.append(deed);
  button.addEventListener("click", press);
  // Only what changes in a status is read out.
  requestAnimationFrame(() => line.append(sentence, " ", button));
}
