"""Figures are told with their spread, and a missed aim is told as one."""

from __future__ import annotations

import pytest
from benchmarks.figures import Table, percentile, ratio, spread, verdict
from hypothesis import given
from hypothesis import strategies as st

RUNS = st.lists(st.floats(0.1, 1e6), min_size=1, max_size=30)


@given(RUNS)
def test_spread__whatever_was_measured__lies_around_the_median(values: list[float]) -> None:
    found = spread(values)
    assert min(values) <= found.lower <= found.median <= found.upper <= max(values)
    assert sum(value <= found.median for value in values) * 2 >= len(values)
    assert sum(value >= found.median for value in values) * 2 >= len(values)


@pytest.mark.parametrize(
    ("values", "unit", "told"),
    [
        ([1000, 2000, 3000], "ms", "2,000 ms (1,500 – 2,500)"),
        ([1.0, 2.0, 3.0], "ms", "2.0 ms (1.5 – 2.5)"),
        ([5.0], "MB", "5.00 MB"),
        ([7, 7, 7], "ms", "7.0 ms"),
    ],
)
def test_spread__is_told_with_quartiles(values: list[float], unit: str, told: str) -> None:
    assert format(spread(values), unit) == told


def test_percentile__is_what_so_many_do_not_exceed() -> None:
    values = [float(one) for one in range(1, 1001)]
    assert sum(value <= percentile(values, 95) for value in values) == 950


def test_ratio__of_medians__and_none_of_nothing() -> None:
    assert ratio([1, 2, 90], [4, 4, 4]) == "0.50"
    assert ratio([1], [0]) == "–"


def test_verdict__says_what_was_wanted_and_whether_it_was_missed() -> None:
    assert verdict("Click", 16.7, 16.7, " ms").endswith("reached.")
    missed = verdict("Click", 16.8, 16.7, " ms")
    assert "16.8 ms, and 16.7 ms at most was wanted" in missed
    assert "missed" in missed
    assert "2,345 ms, and 2,000 ms" in verdict("File", 2_345, 2_000, " ms")


def test_table__is_markdown_with_as_many_cells_in_each_line() -> None:
    table = Table("Title", "Said.", ("a", "b"), (("1", "2"), ("3", "4")), ("Reached.",))
    lines = [line for line in table.markdown().splitlines() if line.startswith("|")]
    assert [line.count("|") for line in lines] == [3, 3, 3, 3]
    assert table.markdown().endswith("- Reached.")
