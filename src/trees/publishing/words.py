"""The English sentences of the page and of the element, by key.

Boundary: one catalogue, no logic. A translation lays its own words over these by key, see
``languages``. Sentences may hold ``{gaps}``; what fills them is named by the problem or by the
caller. A key that ends in ``.one`` is for one thing, where its language has that.
"""

from __future__ import annotations

from collections.abc import Mapping

type Words = Mapping[str, str]

#: Why an answer cannot be taken: one sentence for each problem code of the question kinds.
PROBLEMS: Words = {
    "choose-one": "Choose one of the answers.",
    "choose-some": "Tick at least one answer.",
    "choose-or-none": "Tick the answers that fit, or the last one alone.",
    "date-missing": "Fill in the date, for example 27 3 2026.",
    "date-without-day": "Fill in the day too.",
    "date-without-month": "Fill in the month too.",
    "date-without-year": "Fill in the year too.",
    "date-not-digits": "Use digits only, for example 27 3 2026.",
    "date-month": "There is no month {month}. Use 1 for January to 12 for December.",
    "date-impossible": "The day {written} does not exist. Check the day and the month.",
    "date-too-early": "The date cannot be before {earliest}.",
    "date-too-late": "The date cannot be after {latest}.",
    "date-in-future": "The date cannot be in the future.",
    "number-missing": "Fill in the number.",
    "number-unreadable": "Write only the number, in digits, for example 1250.50.",
    "number-too-small": "The number must be {least} or more.",
    "number-too-large": "The number must be {most} or less.",
    "number-step": "The number must be a multiple of {step}.",
    "text-missing": "Fill this in.",
    "text-too-long": "Use {most} characters at most.",
}

#: What the element says while a reader clicks through.
ELEMENT: Words = {
    "back": "Back",
    "restart": "Start again",
    "change": "Change",
    "change-answer": "Change your answer to: {ask}",
    "continue": "Continue",
    "copy": "Copy",
    "copied": "Copied",
    "copy-failed": "Copying did not work. Select the text and copy it by hand.",
    "trail": "Your answers",
    "why-answers": "Why we think so: your answers",
    "all-answers": "Show all {count} answers",
    "fewer-answers": "Show fewer answers",
    "nothing-written": "(left empty)",
    "loading": "One moment, getting the answer ready …",
    "loading-slow": "Still getting the answer ready. The line seems to be slow.",
    "failed": "Dates cannot be worked out just now.",
    "failed.browser": "Dates cannot be worked out in this browser.",
    "failed.files": "What works out the dates did not arrive whole.",
    "failed.slow": "What works out the dates is taking very long to arrive.",
    "failed.clock": "The clock of this device says {day}, so dates cannot be worked out.",
    "links-lead-on": "The links on this page lead on all the same.",
    "note.no-worker": "The page itself works out the answers, which can be slower.",
    "note.not-kept": "Nothing could be kept for your next visit. It will start like this one.",
    "note.kept-spoilt": "What your last visit left on this device was damaged and is gone.",
    "note.revived": "What works out the answers was started again. Nothing is lost.",
    "retry": "Try again",
    "link-outdated": "The guide has changed since this link was made. Check your answers.",
    "link-too-old": "This link is from an older version of the guide. Please start here.",
    "goes-on": "This goes on in: {title}",
    "today": "today",
}

#: What the element says at an outcome of what can be taken along.
PACKET: Words = {
    "done": "Done: {step}",
    "calendar": "Add {day} to your calendar",
    "share-answers": "The link opens this page with your answers. Whoever has it can read them.",
    "share-page": "The link opens this page.",
    "share-own-words": "With what you wrote yourself: {words}",
    "send-link": "Send …",
    "copy-page-link": "Copy the link",
    "show-code": "Show a QR code",
    "code-of-link": "QR code of the link to this page",
    "code-use": "Point another phone's camera at it. It was drawn on this device.",
    "code-failed": "The code cannot be drawn just now. Copy the link instead.",
    "report-note": "Nothing has been sent. If you want to tell those who keep this guide, go on "
    "to {host}. This is what everybody could read there. You need an account.",
    "report-title": "Did this help? {helped} ({place})",
    "report-way": "The way through the guide:",
    "report-kept-back": "(not told)",
    "report-open": "Go on to {host}",
}

#: What is said of the copy that the site keeps on the reader's device.
OFFLINE: Words = {
    "updated": "This guide has been updated.",
    "reload": "Reload",
    "copy-removed": "This guide is no longer kept on your device.",
    "copy-again": "Keep it again",
}

#: What the page says by itself. ``language`` is the name of the language on the web.
PAGE: Words = {
    "language": "en",
    "no-script": "Scripts are off in this browser, so dates are not worked out. The links lead on "
    "all the same.",
    "verdict.stop": "Do not do this",
    "verdict.fix": "You can put this right",
    "verdict.ask": "Get in touch",
    "verdict.wait": "Wait",
    "verdict.safe": "Nothing to worry about",
    "box.day": "Day",
    "box.month": "Month",
    "box.year": "Year",
    "box.number": "Number",
    "box.text": "Your words",
    "steps": "What to do now",
    "unasked": "Did you come here without answering the questions? Then this may not fit you.",
    "unasked-start": "Start with the first question",
    "steps-note": "Tick what you have done. Your ticks stay on this device.",
    "message-note": "You can change this text.",
    "original": "Back to the original",
    "print": "Print or save as PDF",
    "share": "Share",
    "helped": "Did this help?",
    "helped-yes": "Yes",
    "helped-no": "No",
    "helped-yes-label": "Yes, this helped",
    "helped-no-label": "No, this did not help",
    "message-to": "Message to {to}",
    "message-meaning": "What it says",
    "dates": "Dates to remember",
    "read": "Read next",
    "sources": "Sources",
    "source-checked": "checked {day}",
    "source-published": "published {when}",
    "sure.official": "official",
    "sure.provider": "from the payment or delivery provider",
    "sure.reported": "reported, not confirmed",
    "source-itself": "says two different things",
    "source-otherwise": "source {number} says otherwise",
    "source-ageing": "ageing, to be read again",
    "cite": "Source {number}",
    "knows": "How this guide knows",
    "answer.yes": "Yes",
    "answer.no": "No",
    "fork": "Which of these fits?",
    "otherwise": "None of these",
    "all-trees": "All guides",
    "improve": "Improve this page",
    "proven": "Proven for every answer and every day until {year}: {ways}, {questions}, "
    "nobody gets stuck.",
    "proven-ways": "{ways} ways",
    "proven-ways.one": "{ways} way",
    "proven-many": "at least 10{power}",
    "proven-same": "{most} questions",
    "proven-same.one": "{most} question",
    "proven-questions": "{least} to {most} questions",
    "proven-meaning": "What this means",
    "index-title": "What brings you here?",
    "index-summary": "Pick what fits best. You answer one short question at a time.",
    "index-empty": "There is no guide here yet.",
    "goes-to": "Goes on in: {title}",
    "save": "Save this guide as one file",
    "save-all": "Save all guides as one file",
    "save-note": "{size} MB. Works without a network.",
    "file-alone": "This file works without a network. Your answers stay on this device.",
    "file-saved": "Saved on {day}, version {version}.",
    "file-newest": "Newest version:",
    "broken-title": "This file has mistakes, so the page shows its last good version",
    "broken-title-first": "This file has mistakes, so there is nothing to show yet",
    "broken-other": "The guides have mistakes",
}

#: What the field says in which readers look for their place in the guide.
FINDER: Words = {
    "finder-label": "Say it in your own words",
    "finder-example": "For example: money not back",
    "finder-places": "{count} places fit.",
    "finder-places.one": "{count} place fits.",
    "finder-none": "Nothing fits. Try other words, or choose below.",
    "finder-failed": "The list did not come. Choose below.",
    # Words that say nothing about a place; the finder passes them over.
    "finder-small-words": "a an and are at be been by can did do does for from has have he her his "
    "how i in is it its me my of on or she that the their them there they this to was we were what "
    "when where which who why will with you your",
}

#: What the map of a tree says.
MAP: Words = {
    "map-link": "See the whole guide as a map",
    "map-title": "Map: {title}",
    "map-about": "“{title}” as a map: every question, every answer and where it leads.",
    "map-summary": "Every question, every answer and where it leads. Choose a box to open that "
    "place in the guide.",
    "map-described": "Questions with their answers, from left to right. A line leads from each "
    "answer to the next question, or to an outcome. The same stands below as a list.",
    "map-goes-on": "Goes on in",
    "map-back": "Back to the guide",
    "map-to-list": "Read it as a list",
    "map-list": "As a list",
    "map-hint": "The map is wider than this screen. Move it sideways.",
    "map-way": "The thick line with numbers is the way that you have taken.",
    "map-find": "Show where I am",
    "map-step": "Step {number} of your way",
    "map-here": "You are here",
}

#: What the playground says; ``{gaps}`` are filled there.
PLAYGROUND: Words = {
    "playground-title": "Write a tree here",
    "playground-summary": "Change the text and see at once what readers would see. "
    "The check and the proof run in your browser; what you type stays on this device.",
    "playground-plain": "This page needs JavaScript and WebAssembly. Without them, edit a file "
    "where it is kept. It is checked there too.",
    "choice": "Tree",
    "choice-fresh": "A new tree",
    "name": "Name of the file",
    "name-not-free": "Use small letters, digits and hyphens, and a name that no other tree has.",
    "text-tab": "Text",
    "tree-tab": "Tree",
    "text-label": "The tree as YAML",
    "escape": "To leave the text with Tab, press Escape first.",
    "findings": "Problems",
    "download": "Download",
    "copy-link": "Copy link",
    "propose": "Propose this change",
    "undo": "Undo all changes",
    "starting": "Getting the checker ready …",
    "problem": "1 problem",
    "problems": "{count} problems",
    "sound": "No problems.",
    "all-proven": "Proven: nobody gets stuck. Ways: {ways}. Questions: {least} to {most}.",
    "too-long": "This text takes too long to check here. Change it, or run `trees check`.",
    "checker-failed": "The checker cannot run in this browser. Your text is safe: download it.",
    "no-text": "The text of this tree did not come. Is there a network?",
    "old-tree": "The text has problems, so this is the last good version.",
    "no-tree": "Here the tree will stand as soon as the text has no errors.",
    "line": "Line {line}",
    "line-of": "{path}, line {line}",
    "mend": "Mend this",
    "why": "What {code} means",
    "link-copied": "The link is copied. Whoever opens it sees your text.",
    "link-in-address": "Copying did not work. The link stands in the address bar: copy it there.",
    "link-broken": "The text in this link is damaged. Here is the file without it.",
    "proposal-copied": "Your text is copied. Select all in the editor that opens, and paste.",
    "proposal-by-hand": "Copying did not work. Copy your text by hand into the editor that opens.",
}

#: What the page of all sources says.
KNOWS: Words = {
    "knows-summary": "Every source of this guide: what rests on it, how sure it is, and when "
    "somebody last read it.",
    "knows-disagree": "Where sources disagree",
    "knows-disagree-note": "We could not find out who is right, so the guide tells you both sides.",
    "knows-told": "Both sides are told here",
    "knows-title.official": "Official",
    "knows-title.provider": "From the payment or delivery provider",
    "knows-title.reported": "Reported, not confirmed",
    "knows-note.official": "The one it is about says so itself, in its help pages, rules or "
    "reports.",
    "knows-note.provider": "A bank, a payment service or a carrier says so about its own part.",
    "knows-note.reported": "Others say so, and we did not find it confirmed. The words “reported, "
    "not confirmed” stand right beside each claim.",
    "knows-uses": "{count} answers and questions rest on it",
    "knows-uses.one": "{count} answer or question rests on it",
    "knows-unused": "Nothing rests on it now",
    "source-keeps": "to be read again by {day}",
}

#: Days and numbers in sentences. Browsers write most of them again, in the reader's own variety.
CALENDAR: Words = {
    "day-of-month": "{day} {month} {year}",
    "month-of-year": "{month} {year}",
    "month.1": "January",
    "month.2": "February",
    "month.3": "March",
    "month.4": "April",
    "month.5": "May",
    "month.6": "June",
    "month.7": "July",
    "month.8": "August",
    "month.9": "September",
    "month.10": "October",
    "month.11": "November",
    "month.12": "December",
    "thousands": ",",
    "decimal": ".",
}

ENGLISH: Words = {
    **PAGE,
    **MAP,
    **KNOWS,
    **CALENDAR,
    **OFFLINE,
    **ELEMENT,
    **PACKET,
    **PROBLEMS,
    **FINDER,
    **PLAYGROUND,
}


def element_words(words: Words = ENGLISH) -> dict[str, str]:
    """Return the sentences that the element needs, problems among them."""
    return {key: words[key] for key in (*ELEMENT, *PACKET, *PROBLEMS)}


def playground_words(words: Words = ENGLISH) -> dict[str, str]:
    """Return the sentences of the playground, and those of the tree that it shows."""
    return {key: words[key] for key in (*PLAYGROUND, *ELEMENT, *PROBLEMS)}


def offline_words(words: Words = ENGLISH) -> dict[str, str]:
    """Return the sentences about the copy on the device."""
    return {key: words[key] for key in OFFLINE}


def finder_words(words: Words = ENGLISH) -> dict[str, str]:
    """Return what the finder's script says, and the words that it passes over."""
    return {key: text for key, text in words.items() if key.startswith("finder-")}
