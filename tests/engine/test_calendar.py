"""Business days agree with counting them one by one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trees.engine.calendar import add_business_days, add_days, business_days_between

DAYS = st.dates(date(1999, 1, 1), date(2100, 1, 1))


def counted(start: date, end: date) -> int:
    """Count the working days after start up to end, one by one."""
    span = range(1, (end - start).days + 1)
    return sum((start + timedelta(step)).weekday() < 5 for step in span)


@given(DAYS, st.integers(0, 400))
def test_between__agrees_with_counting(start: date, days: int) -> None:
    end = start + timedelta(days)
    assert business_days_between(start, end) == counted(start, end)
    assert business_days_between(end, start) == -counted(start, end)


@given(DAYS, st.integers(1, 400))
def test_add__lands_on_the_nth_working_day(start: date, days: int) -> None:
    end = add_business_days(start, days)
    assert end is not None
    assert end.weekday() < 5
    assert counted(start, end) == days


@given(DAYS, st.integers(1, 400))
def test_add__backwards_undoes_forwards_from_a_working_day(start: date, days: int) -> None:
    end = add_business_days(start, days)
    assert end is not None
    if start.weekday() < 5:
        assert add_business_days(end, -days) == start


def test_add__from_a_weekend_counts_monday_first() -> None:
    saturday = date(2026, 3, 21)
    assert add_business_days(saturday, 1) == date(2026, 3, 23)
    assert add_business_days(saturday, 0) == saturday


def test_add__past_the_end_of_the_calendar_is_absent() -> None:
    assert add_days(date(9999, 12, 31), 1) is None
    assert add_business_days(date(9999, 12, 30), 5) is None
