/**
 * Messages that readers can change in place, before they copy them.
 *
 * Boundary: lays a field over the text of each `.dt-message`, in the same letters at the same place; the
 * text below it stays the original. What is written lives as long as the page. What a message means in the
 * reader's language stands beside the text, and is left alone.
 */
import { make } from "./dom.js";

const GAP = /\[[^[\]\n]+\]/g;

/** @param {HTMLElement} node */
export function offerEditing(node) {
  for (const message of node.querySelectorAll(".dt-message")) {
    const text = message.querySelector(".dt-message-text");
    if (!(message instanceof HTMLElement) || !(text instanceof HTMLElement)) continue;
    const original = (text.textContent ?? "").trim();
    const field = fieldOf(message) ?? addField(message, text);
    // Other answers make another message: what was written into the old one would be wrong.
    if (field.defaultValue !== original) write(message, (field.defaultValue = original));
  }
}

/** @param {HTMLElement} message */
function fieldOf(message) {
  return message.querySelector("textarea");
}

/**
 * @param {HTMLElement} message
 * @param {HTMLElement} text
 */
function addField(message, text) {
  const field = make("textarea", "dt-message-edit");
  field.rows = 1;
  field.spellcheck = false;
  field.setAttribute("aria-label", message.querySelector("figcaption")?.textContent ?? "");
  field.addEventListener("input", () => write(message, field.value));
  field.addEventListener("click", () => selectGap(field));
  // As high as the text behind it, which shows the gaps.
  const ground = make("div", "dt-message-ground");
  ground.setAttribute("aria-hidden", "true");
  text.hidden = true;
  const whole = make("div", "dt-message-field", ground, field);
  // On a translated page, the message to send is in another language than the page.
  if (text.lang) whole.lang = text.lang;
  text.after(whole);
  offerWayBack(message, field);
  return field;
}

/**
 * @param {HTMLElement} message
 * @param {HTMLTextAreaElement} field
 */
function offerWayBack(message, field) {
  const note = message.querySelector(".dt-message-note");
  if (note instanceof HTMLElement) note.hidden = false;
  message.querySelector(".dt-original")?.addEventListener("click", () => {
    write(message, field.defaultValue);
    field.focus();
  });
}

/**
 * @param {HTMLElement} message
 * @param {string} text
 */
function write(message, text) {
  const field = fieldOf(message);
  if (!field) return;
  if (field.value !== text) field.value = text;
  message.querySelector(".dt-message-ground")?.replaceChildren(...withGaps(text));
  const back = message.querySelector(".dt-original");
  if (!(back instanceof HTMLElement)) return;
  back.hidden = text === field.defaultValue;
  // One line says that it can be changed, or how to undo that.
  for (const hint of back.parentElement?.querySelectorAll("span") ?? []) hint.hidden = !back.hidden;
}

/** @param {string} text @returns {(string | Node)[]} */
function withGaps(text) {
  /** @type {(string | Node)[]} */
  const pieces = [];
  let end = 0;
  for (const { 0: gap, index } of text.matchAll(GAP)) {
    pieces.push(text.slice(end, index), make("span", "dt-gap", gap));
    end = index + gap.length;
  }
  // A line that has just been begun takes its room, too.
  return [...pieces, text.slice(end), "\u200b"];
}

/** Whoever taps on a gap writes in its place. @param {HTMLTextAreaElement} field */
function selectGap(field) {
  const { selectionStart: at, selectionEnd } = field;
  if (at !== selectionEnd) return;
  for (const { 0: gap, index } of field.value.matchAll(GAP)) {
    if (index < at && at < index + gap.length) field.setSelectionRange(index, index + gap.length);
  }
}
