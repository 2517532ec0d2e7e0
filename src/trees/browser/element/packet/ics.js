/**
 * A day to remember, as a calendar file (RFC 5545).
 *
 * Boundary: texts in, text out; pure.
 */

/**
 * @typedef {{ id: string, day: string, title: string, description: string }} Reminder
 *   `id`: the same for what is the same, so that adding it twice makes one entry; `day`: ISO
 */

/** In octets. */
const LONGEST = 75;
/** Nine in the morning of the day, by the reader's own clock. */
const MORNING = "PT9H";

/**
 * @param {Reminder} reminder
 * @param {Date} now
 */
export function calendarOf({ id, day, title, description }, now) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//mkdocs-decision-trees//EN",
    "BEGIN:VEVENT",
    `UID:${escaped(id)}`,
    `DTSTAMP:${digits(now.toISOString().slice(0, 19))}Z`,
    `DTSTART;VALUE=DATE:${digits(day)}`,
    `DTEND;VALUE=DATE:${digits(dayAfter(day))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `TRIGGER:${MORNING}`,
    `DESCRIPTION:${escaped(title)}`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {string} time */
function digits(time) {
  return time.replace(/[-:]/g, "");
}

/** @param {string} day */
function dayAfter(day) {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n").replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "");
}

/** Lines go on in the next one, behind a space; no letter is cut in two. @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  let whole = "";
  let length = 0;
  for (const letter of line) {
    const octets = encoder.encode(letter).length;
    if (length + octets > LONGEST) {
      whole += "\r\n ";
      length = 1;
    }
    whole += letter;
    length += octets;
  }
  return whole;
}
