/**
 * Copying a message: to the clipboard, or selected and ready to be copied by hand.
 */

/**
 * @param {HTMLElement} button
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copyMessage(button) {
  const text = button.closest(".dt-message")?.querySelector(".dt-message-text");
  if (!text) return false;
  try {
    await navigator.clipboard.writeText(text.textContent?.trim() ?? "");
    return true;
  } catch {
    const selection = getSelection();
    selection?.selectAllChildren(text);
    return false;
  }
}
