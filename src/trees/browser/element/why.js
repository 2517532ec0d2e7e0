/**
 * Where the trail stands: at an outcome it is the reason, right below it; else below the card.
 *
 * Boundary: moves the one trail that there is, and names it; its inside is trail.js's.
 * @import { Config } from "./config.js"
 * @import { Stage } from "./stage.js"
 */
import { say } from "./config.js";

/**
 * @param {Stage} stage
 * @param {HTMLElement} node the one in view
 * @param {Config} config
 */
export function placeTrail({ root, trail }, node, config) {
  const reason = node.querySelector(":scope > .dt-reason");
  if (!trail) return;
  const name = reason ? say(config, "why-answers") : say(config, "trail");
  const title = trail.querySelector(".dt-trail-title");
  if (title && title.textContent !== name) title.textContent = name;
  if (reason) {
    if (reason.nextElementSibling !== trail) reason.after(trail);
  } else if (trail.parentElement !== root) {
    root.querySelector(":scope > .dt-status")?.before(trail);
  }
}
