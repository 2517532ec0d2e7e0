"""A date, with bounds.

`earliest` and `latest` are a date (`2026-07-01`) or count from today (`today`, `today - 180`,
in days). Conditions: `days_since(paid_on) > 20`, `business_days_since(paid_on) >= 3`,
`paid_on >= 2026-07-01`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from ..calendar import add_business_days, add_days
from ..parts import Part, date_part, words_part
from ..tree import Question
from .base import Box, Form, Kind, Problem, Raw, Setting, Typed, words_of

BOXES = ("day", "month", "year")
DIGITS = re.compile(r"\d{1,4}")


class Day(Kind):
    """A date, with bounds."""

    name = "date"
    type = "date"
    settings = (Setting("earliest", "day"), Setting("latest", "day"))

    def form(self, question: Question, answer: str | None = None) -> Form:
        given = dict(zip(("year", "month", "day"), (answer or "--").split("-"), strict=True))
        return Form(
            "fill",
            boxes=tuple(
                Box(box, box, 4 if box == "year" else 2, "numeric", value=given[box].lstrip("0"))
                for box in BOXES
            ),
        )

    def accept(self, question: Question, raw: Raw, today: date) -> str | Problem:
        boxes = _boxes(raw)
        missing = [box for box in BOXES if not boxes[box]]
        if len(missing) == len(BOXES):
            return Problem("date-missing", "day")
        if missing:
            return Problem(f"date-without-{missing[0]}", missing[0])
        day = _read(boxes)
        return day if isinstance(day, Problem) else _bounded(question, day, today)

    def typed(self, question: Question, answer: str) -> Typed:
        return date.fromisoformat(answer)

    def part(self, question: Question, answer: str) -> Part:
        return date_part(date.fromisoformat(answer))

    def samples(self, question: Question, edges: Sequence[Typed], today: date) -> list[str]:
        """Return days on both sides of each edge.

        An edge is a date, or a count of days since (as conditions write it), which may be of
        days or of business days: both are tried.
        """
        tried = {today, *(bound(question, name, today) for name in ("earliest", "latest"))}
        for edge in edges:
            tried |= _around(edge, today)
        days = sorted(day for day in tried if day)
        return [d.isoformat() for d in days if _bounded(question, d, today) == d.isoformat()]


def bound(question: Question, name: str, today: date) -> date | None:
    """Return the day that a bound (``["date", iso]`` or ``["today", days]``) means today."""
    if name not in question.settings:
        return None
    base, value = question.settings[name]
    return add_days(today, value) if base == "today" else date.fromisoformat(value)


def _boxes(raw: Raw) -> dict[str, str]:
    if isinstance(raw, Mapping):
        return {box: words_of(raw.get(box, "")) for box in BOXES}
    year, _, rest = words_of(raw).partition("-")
    month, _, day = rest.partition("-")
    return {"day": day, "month": month, "year": year}


def _read(boxes: dict[str, str]) -> date | Problem:
    for box in BOXES:
        if not DIGITS.fullmatch(boxes[box]):
            return Problem("date-not-digits", box)
    day, month, year = (int(boxes[box]) for box in BOXES)
    if len(boxes["year"]) == 2:
        year += 2000
    if not 1 <= month <= 12:
        return Problem("date-month", "month", {"month": words_part(boxes["month"])})
    try:
        return date(year, month, day)
    except ValueError:
        written = words_part(f"{boxes['day']}/{boxes['month']}/{boxes['year']}")
        return Problem("date-impossible", "day", {"written": written})


def _bounded(question: Question, day: date, today: date) -> str | Problem:
    earliest, latest = (bound(question, name, today) for name in ("earliest", "latest"))
    if earliest and day < earliest:
        return Problem("date-too-early", "day", {"earliest": date_part(earliest)})
    if latest and day > latest:
        code = "date-in-future" if latest == today else "date-too-late"
        return Problem(code, "day", {"latest": date_part(latest)})
    return day.isoformat()


def _around(edge: Typed, today: date) -> set[date | None]:
    if isinstance(edge, date):
        return {edge, *(add_days(edge, step) for step in (-1, 1))}
    if not isinstance(edge, Decimal):
        return set()
    ago = [add_days(today, -int(edge)), add_business_days(today, -int(edge))]
    return {day + timedelta(step) for day in ago if day for step in (-3, -2, -1, 0, 1, 2, 3)}
