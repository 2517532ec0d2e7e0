/**
 * The dates of an outcome, each as a file for the reader's calendar.
 *
 * Boundary: reads what stands in the page, and adds a link to each date that is not over; the file is made
 * by ics.js. Calendars travel, so its address leads to the outcome without the answers.
 * @import { Config } from "../config.js"
 * @import { Place } from "./index.js"
 */
import { today } from "../address.js";
import { say } from "../config.js";
import { make, textOf } from "./dom.js";
import { calendarOf } from "./ics.js";

const TYPE = "text/calendar;charset=utf-8";

/**
 * @param {HTMLElement} node
 * @param {Place} place
 * @param {Config} config
 */
export function offerCalendar(node, place, config) {
  for (const item of node.querySelectorAll(".dt-dates > li")) {
    if (!(item instanceof HTMLElement)) continue;
    removeLink(item);
    const time = item.querySelector(".dt-slot[data-filled] > time");
    if (time instanceof HTMLTimeElement && time.dateTime >= today()) addLink(item, time, node, place, config);
  }
}

/** @param {HTMLElement} item */
function removeLink(item) {
  const link = item.querySelector("a.dt-calendar");
  if (!(link instanceof HTMLAnchorElement)) return;
  URL.revokeObjectURL(link.href);
  link.remove();
}

/**
 * @param {HTMLElement} item
 * @param {HTMLTimeElement} time
 * @param {HTMLElement} node
 * @param {Place} place
 * @param {Config} config
 */
function addLink(item, time, node, place, config) {
  const day = time.dateTime;
  const name = [place.tree, place.node, item.dataset["date"], day].join(".");
  const file = calendarOf(
    {
      id: `${name}@${location.host || "decision-trees"}`,
      day,
      title: textOf(item.querySelector(".dt-date-label")),
      description: described(node, config.shared?.address(place.node) ?? ""),
    },
    new Date(),
  );
  const link = make("a", "dt-calendar", say(config, "calendar", { day: textOf(time) }));
  link.href = URL.createObjectURL(new Blob([file], { type: TYPE }));
  link.download = `${place.node}-${day}.ics`.replaceAll("_", "-");
  item.append(link);
}

/**
 * What the outcome says: its heading, its reason and its steps, and where it stands.
 *
 * @param {HTMLElement} node
 * @param {string} address
 */
function described(node, address) {
  const steps = [...node.querySelectorAll(".dt-steps > li")].map(
    (step, index) => `${index + 1}. ${textOf(step)}`,
  );
  const head = [node.querySelector("h2"), node.querySelector(".dt-reason")].map((part) => textOf(part));
  return [head.filter(Boolean).join("\n"), steps.join("\n"), address].filter(Boolean).join("\n\n");
}
