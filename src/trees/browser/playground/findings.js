/**
 * The findings as a list below the editor: each a button that leads to its place, and one that mends it
 * where there is exactly one right mend.
 *
 * Boundary: draws what was found. Messages are texts and never become markup.
 * @import { Config } from "./config.js"
 * @import { Edit, Finding } from "./protocol.js"
 */
import { say } from "../element/config.js";

/** @typedef {{ goTo(finding: Finding): void, mend(edit: Edit): void }} Deeds */

/**
 * @param {HTMLElement} list
 * @param {Finding[]} findings
 * @param {string} path of the file in the editor
 * @param {Config} config
 * @param {Deeds} deeds
 */
export function drawFindings(list, findings, path, config, deeds) {
  list.hidden = !findings.length;
  list.replaceChildren(...findings.map((finding) => entry(finding, path, config, deeds)));
}

/**
 * @param {Finding} finding
 * @param {string} path
 * @param {Config} config
 * @param {Deeds} deeds
 */
function entry(finding, path, config, deeds) {
  const { span, message, hint, severity, mend } = finding;
  const here = span.path === path;
  const place = piece("span", "pg-place", say(config, here ? "line" : "line-of", { ...span }));
  const words = prose("span", "pg-message", message);
  const head = here ? button("pg-head", () => deeds.goTo(finding)) : piece("p", "pg-head", "");
  head.append(place, " ", words);
  const item = piece("li", `pg-finding pg-${severity}`, "");
  item.append(head);
  if (hint) item.append(prose("p", "pg-hint", hint));
  if (mend && mend.span.path === path) {
    const mender = button("pg-mend", () => deeds.mend(mend));
    mender.textContent = say(config, "mend");
    item.append(mender, " ");
  }
  if (config.rules) item.append(why(finding, config));
  return item;
}

/**
 * @param {string} name
 * @param {() => void} onClick
 */
function button(name, onClick) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = name;
  node.addEventListener("click", onClick);
  return node;
}

/**
 * @param {Finding} finding
 * @param {Config} config
 */
function why({ code }, config) {
  const link = document.createElement("a");
  link.className = "pg-why";
  link.href = `${config.rules}${code}${config.parts.directories ? "/" : ".html"}`;
  link.target = "_blank";
  link.textContent = say(config, "why", { code });
  return link;
}

/**
 * A sentence of the checker's: what it quotes stands between backticks.
 *
 * @param {string} tag
 * @param {string} name
 * @param {string} text
 */
function prose(tag, name, text) {
  const node = piece(tag, name, "");
  const parts = text.split("`");
  const isWhole = parts.length % 2; // a backtick that is alone is one that was typed
  node.append(...(isWhole ? parts.map((part, at) => (at % 2 ? piece("code", "", part) : part)) : [text]));
  return node;
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {string} text
 */
function piece(tag, name, text) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.textContent = text;
  return node;
}
