/**
 * Where the trail stands: at an outcome it is the reason, right below it; else below the card.
 *
 * Boundary: moves the one trail that there is, names it, and folds it where it would push the first step
 * out of view; its inside is trail.js's.
 * @import { Words } from "./config.js"
 */
import { say } from "./config.js";

/** How many answers are shown at an outcome without being asked for; of more, the last ones. */
const MOST = 3;

/**
 * @param {{ trail: HTMLElement | null, trailPlace: HTMLElement | null }} stage
 * @param {HTMLElement} node the one in view
 * @param {Words} config
 */
export function placeTrail({ trail, trailPlace }, node, config) {
  if (!trail) return;
  const reason = node.querySelector(":scope > .dt-reason");
  const name = reason ? say(config, "why-answers") : say(config, "trail");
  const title = trail.querySelector(".dt-trail-title");
  if (title && title.textContent !== name) title.textContent = name;
  const count = trail.querySelectorAll(".dt-trail-entry").length;
  fold(trail, reason && count > MOST ? count : 0, config);
  if (reason) {
    if (reason.nextElementSibling !== trail) reason.after(trail);
  } else if (trail.parentElement !== trailPlace) {
    trailPlace?.append(trail);
  }
}

/**
 * @param {HTMLElement} trail
 * @param {number} count of the answers; none where all are shown anyway
 * @param {Words} config
 */
function fold(trail, count, config) {
  trail.querySelector(":scope > .dt-trail-all")?.remove();
  trail.toggleAttribute("data-folded", count > 0);
  if (!count) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "dt-trail-all";
  const show = (/** @type {boolean} */ all) => {
    trail.toggleAttribute("data-folded", !all);
    button.setAttribute("aria-expanded", String(all));
    button.textContent = all ? say(config, "fewer-answers") : say(config, "all-answers", { count });
  };
  button.addEventListener("click", () => show(trail.hasAttribute("data-folded")));
  show(false);
  trail.append(button);
}
