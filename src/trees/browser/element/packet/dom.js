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
 * @param {string} word
 * @param {() => void} pressed
 */
export function makeButton(word, pressed) {
  const button = make("button", "dt-quiet-button", word);
  button.type = "button";
  button.addEventListener("click", pressed);
  return button;
}
