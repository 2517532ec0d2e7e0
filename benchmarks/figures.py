"""Figures of one thing measured many times, and tables of them.

Boundary: numbers in, text out; measures nothing and writes no file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles


@dataclass(frozen=True)
class Spread:
    """The median of some runs, with the quartiles around it."""

    median: float
    lower: float
    upper: float

    def __format__(self, unit: str) -> str:
        """Write it with a unit, ``ms`` or ``MB``: 410 ms (402 - 433)."""
        digits = 2 if unit == "MB" else 1 if self.median < 20 else 0
        middle, lower, upper = (
            f"{one:,.{digits}f}" for one in (self.median, self.lower, self.upper)
        )
        spread = "" if lower == upper else f" ({lower} – {upper})"
        return f"{middle} {unit}{spread}"


def spread(values: Sequence[float]) -> Spread:
    """Return the median and quartiles of at least one value."""
    if len(values) == 1:
        return Spread(values[0], values[0], values[0])
    lower, _, upper = quantiles(values, n=4, method="inclusive")
    return Spread(median(values), lower, upper)


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value that ``percent`` of a hundred do not exceed; needs two values or more."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> str:
    """Say how many times the one median is of the other."""
    return f"{median(ours) / median(theirs):.2f}" if median(theirs) else "–"


@dataclass(frozen=True)
class Table:
    """What a benchmark found: Markdown for a person, its rows as they were measured."""

    title: str
    #: What was measured and how, in sentences.
    says: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    #: What must be reached, and whether it was.
    verdicts: tuple[str, ...] = field(default=())

    def markdown(self) -> str:
        lines = [self.header, ("---",) * len(self.header), *self.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        verdicts = "\n".join(f"- {verdict}" for verdict in self.verdicts)
        return "\n\n".join(
            part for part in (f"### {self.title}", self.says, table, verdicts) if part
        )


def verdict(what: str, value: float, limit: float, unit: str = "") -> str:
    """Say whether something that must not exceed a limit does."""
    word = "reached" if value <= limit else "**missed**"
    return f"{what}: {_short(value)}{unit}, and {_short(limit)}{unit} at most was wanted: {word}."


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
