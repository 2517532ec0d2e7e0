/**
 * Forms: filled in from a view, read into a raw answer, and what is wrong said at the box at fault.
 *
 * Boundary: boxes and ticks as the page holds them; whether an answer is good is the engine's word.
 * @import { Config } from "./config.js"
 * @import { Problem, Raw, View } from "../protocol.js"
 */
import { say } from "./config.js";
import { languageOf, partText } from "./parts.js";

/** @param {Element} node */
export function formOf(node) {
  return /** @type {HTMLFormElement | null} */ (node.querySelector("form.dt-form"));
}

/** @param {HTMLFormElement} form */
function inputsOf(form) {
  return [...form.querySelectorAll("input")];
}

/**
 * @param {HTMLFormElement} form
 * @param {View} view
 */
export function fillIn(form, view) {
  const ticked = new Set((view.given ?? "").split(","));
  const written = new Map(view.form?.boxes.map((box) => [box.name, box.value]));
  for (const input of inputsOf(form)) {
    if (input.type === "checkbox") input.checked = ticked.has(input.value);
    else input.value = written.get(input.name) ?? "";
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {Raw}
 */
export function rawOf(form) {
  const inputs = inputsOf(form);
  if (inputs[0]?.type === "checkbox") {
    return inputs.filter((input) => input.checked).map((input) => input.value);
  }
  return Object.fromEntries(inputs.map((input) => [input.name, input.value]));
}

/** @param {Element} node */
export function clearProblem(node) {
  const line = node.querySelector(".dt-problem");
  if (!(line instanceof HTMLElement) || line.hidden) return;
  line.hidden = true;
  line.replaceChildren();
  for (const input of node.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/**
 * Say what is wrong above the form, tie it to the box at fault and move focus there. The box is
 * read out with its description, so the status line stays silent.
 *
 * @param {HTMLElement} node
 * @param {Problem} problem
 * @param {Config} config
 */
export function showProblem(node, problem, config) {
  clearProblem(node);
  const line = /** @type {HTMLElement | null} */ (node.querySelector(".dt-problem"));
  if (!line) return;
  line.textContent = problemText(node, problem, config);
  line.hidden = false;
  const form = formOf(node);
  const inputs = form ? inputsOf(form) : [];
  const faulty = inputs.filter((input) => input.name === problem.box);
  for (const input of faulty.length ? faulty : inputs) {
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", line.id);
  }
  const first = faulty[0] ?? inputs[0];
  first?.focus();
  // Of many ticks, the first can be far above the button that was pressed, and below a header.
  line.scrollIntoView({ block: "nearest" });
  if (first?.type === "text") first.select();
}

/**
 * @param {HTMLElement} node
 * @param {Problem} problem
 * @param {Config} config
 */
function problemText(node, problem, config) {
  const language = languageOf(node);
  const gaps = Object.entries(problem.details).map(([name, part]) => [name, partText(part, language)]);
  return say(config, problem.code, Object.fromEntries(gaps));
}
