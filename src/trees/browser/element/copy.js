/**
 * Copying a message: to the clipboard, or selected and ready to be copied by hand.
 *
 * Boundary: one button and the text that it belongs to.
 */

/**
 * @param {HTMLElement} button
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copyMessage(button) {
  const message = button.closest(".dt-message");
  const text = message?.querySelector(".dt-message-text");
  const field = message?.querySelector("textarea");
  if (!text) return false;
  try {
    await navigator.clipboard.writeText((field?.value ?? text.textContent ?? "").trim());
    return true;
  } catch {
    if (field) field.select();
    else getSelection()?.selectAllChildren(text);
    return false;
  }
}

/**
 * Let a button say for a while that it has copied. The status line says it aloud; the button keeps
 * its name meanwhile, so that it is not read out a second time.
 *
 * @param {HTMLElement} button
 * @param {string} said
 * @param {number} howLong
 */
export function markCopied(button, said, howLong) {
  if (button.hasAttribute("data-copied")) return;
  const word = button.textContent ?? "";
  button.setAttribute("aria-label", word);
  button.dataset["copied"] = "";
  button.textContent = said;
  setTimeout(() => {
    button.textContent = word;
    button.removeAttribute("aria-label");
    delete button.dataset["copied"];
  }, howLong);
}
