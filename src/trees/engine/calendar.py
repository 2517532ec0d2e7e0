"""Counting days: plain days and business days (Monday to Friday, no public holidays).

Boundary: dates in, dates and whole numbers out. Public holidays are left out on purpose: they
differ by country and bank, and a promise must not pretend to know them.
"""

from __future__ import annotations

from datetime import date, timedelta

SATURDAY = 5
WORKDAYS = 5


def add_days(start: date, days: int) -> date | None:
    """Return the day ``days`` later, or None past the end of the calendar (year 9999)."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def add_business_days(start: date, days: int) -> date | None:
    """Return the business day that is ``days`` business days after ``start``.

    ``days`` of 0 gives ``start`` itself, even on a weekend. From a weekend, the first business
    day counted is Monday. Negative counts go backwards in the same way.
    """
    sign = 1 if days >= 0 else -1
    weeks, rest = divmod(abs(days), WORKDAYS)
    current = add_days(start, _to_workday(start, sign)) if days else start
    current = add_days(current, sign * 7 * weeks) if current else None
    for _ in range(rest):
        current = _next_workday(current, sign) if current else None
    return current


def business_days_between(start: date, end: date) -> int:
    """Count business days after ``start``, up to and including ``end``; negative if reversed."""
    if end < start:
        return -business_days_between(end, start)
    weeks, rest = divmod((end - start).days, 7)
    tail = sum((start.weekday() + step) % 7 < SATURDAY for step in range(1, rest + 1))
    return weeks * WORKDAYS + tail


def _to_workday(day: date, sign: int) -> int:
    """Days to step back (forward when counting backwards) from a weekend to a working day."""
    if day.weekday() < SATURDAY:
        return 0
    return 4 - day.weekday() if sign > 0 else 7 - day.weekday()


def _next_workday(day: date, sign: int) -> date | None:
    current = add_days(day, sign)
    while current and current.weekday() >= SATURDAY:
        current = add_days(current, sign)
    return current
