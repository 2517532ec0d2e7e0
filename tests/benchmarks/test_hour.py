"""What a page held and how long its clicks took is told part by part; growth is told as missed."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.clicking import FRAME
from benchmarks.figures import Table
from benchmarks.hour import GROWTH, PARTS, Part, told

CLICKS = 100
HELD = 2_000_000


def an_hour(
    *, slow: float = 0, heap: tuple[int, int] = (HELD, HELD), memory: tuple[int, int] = (HELD, HELD)
) -> Table:
    """Return the table of an hour, of whose clicks so large a share took longer than a frame."""
    late = round(CLICKS * slow)
    painted = [FRAME * 2] * late + [FRAME / 2] * (CLICKS - late)
    rest = [Part(painted, heap[0], memory[0])] * (PARTS - 1)
    return told([*rest, Part(painted, heap[1], memory[1])], CLICKS)


def missed(table: Table) -> list[str]:
    return [line.split(":")[0] for line in table.verdicts if "missed" in line]


def test_hour__nothing_grows_and_few_clicks_are_late__misses_nothing() -> None:
    table = an_hour(slow=0.04)
    assert missed(table) == []
    assert len(table.rows) == PARTS


def test_hour__more_than_one_click_in_twenty_is_late__is_missed() -> None:
    assert missed(an_hour(slow=0.06)) == ["95th percentile"]


def test_hour__what_is_held_grows__is_missed() -> None:
    grown = (HELD, int(HELD * GROWTH) + HELD // 100)
    assert missed(an_hour(heap=grown)) == ["Scripts, last part of the first"]
    assert missed(an_hour(memory=grown)) == ["Process, last part of the first"]


def test_hour__parts_follow_one_another__to_the_minute() -> None:
    spans = [row[0].split(" – ") for row in an_hour().rows]
    assert spans[0][0] == "0"
    assert all(end == begin for (_, end), (begin, _) in pairwise(spans))
