/**
 * Making elements in few words.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} name its class
 * @param {...(string | Node)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, name, ...content) {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...content);
  return element;
}

/**
 * What an element says, on one line, without the numbers of its sources.
 *
 * @param {Element | null} element
 * @param {{ without?: string }} [how] what else to leave out, as a selector
 */
export function textOf(element, { without = "" } = {}) {
  const copy = /** @type {Element | undefined} */ (element?.cloneNode(true));
  for (const part of copy?.querySelectorAll([".dt-cite", without].filter(Boolean).join()) ?? []) part.remove();
  return (copy?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/**
 * @param {string} word
 * @param {() => void} pressed
 */
export function makeButton(word, pressed) {
  const button = make("button", "dt-quiet-button", word);
  button.type = "button";
  button.addEventListener("click", pressed);
  return button;
}
