/**
 * The trail: each answer given so far, with a button to change it.
 *
 * Boundary: builds the inside of `.dt-trail` from a view; clicks are handled by the element.
 * @import { Words } from "./config.js"
 * @import { Entry } from "../protocol.js"
 */
import { say } from "./config.js";
import { languageOf, partNode } from "./parts.js";

/**
 * @param {HTMLElement} trail
 * @param {Entry[]} entries
 * @param {Words} config
 */
export function drawTrail(trail, entries, config) {
  const list = trail.querySelector(".dt-trail-list") ?? beginTrail(trail, config);
  // What stands there already stays: a long trail would be made and laid out anew at every click.
  const changed = entries.findIndex((entry, at) => !isOf(list.children[at], entry));
  const same = changed < 0 ? entries.length : changed;
  while (list.children.length > same) list.lastElementChild?.remove();
  const language = languageOf(trail);
  list.append(...entries.slice(same).map((entry) => entryNode(entry, config, language)));
}

/** What the trail shows, entry by entry. @param {HTMLElement | null} trail */
export function entriesOf(trail) {
  return /** @type {HTMLElement[]} */ ([...(trail?.querySelectorAll(".dt-trail-entry") ?? [])]);
}

/**
 * Whether an item is of an entry: what it shows follows from the question and the answer.
 *
 * @param {Element | undefined} item
 * @param {Entry} entry
 */
function isOf(item, { tree, question, answer }) {
  if (!(item instanceof HTMLElement)) return false;
  const { dataset } = item;
  return dataset["tree"] === tree && dataset["question"] === question && dataset["answer"] === answer;
}

/**
 * @param {HTMLElement} trail
 * @param {Words} config
 */
function beginTrail(trail, config) {
  const title = piece("p", "dt-trail-title", say(config, "trail"));
  const list = piece("ol", "dt-trail-list", "");
  trail.replaceChildren(title, list);
  return list;
}

/**
 * @param {Entry} entry
 * @param {Words} config
 * @param {string} language
 */
function entryNode(entry, config, language) {
  const item = document.createElement("li");
  item.className = "dt-trail-entry";
  Object.assign(item.dataset, {
    tree: entry.tree,
    question: entry.question,
    answer: entry.answer,
  });
  item.append(
    piece("span", "dt-trail-ask", entry.ask),
    " ",
    piece("span", "dt-trail-answer", answerNode(entry, config, language)),
    " ",
    changeButton(entry, config),
  );
  return item;
}

/**
 * @param {Entry} entry
 * @param {Words} config
 * @param {string} language
 */
function answerNode(entry, config, language) {
  const node = partNode(entry.shown, language);
  if (!node.textContent) node.textContent = say(config, "nothing-written");
  return node;
}

/**
 * @param {Entry} entry
 * @param {Words} config
 */
function changeButton(entry, config) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "dt-change";
  button.dataset["question"] = entry.question;
  button.textContent = say(config, "change");
  // Begins with the word that is seen, so that it can be called by voice.
  button.setAttribute("aria-label", say(config, "change-answer", { ask: entry.ask }));
  return button;
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {string | Node} content
 */
function piece(tag, name, content) {
  const node = document.createElement(tag);
  node.className = name;
  node.append(content);
  return node;
}
