"""What the outcome of a story shows: the days and numbers that are worked out for its texts.

Boundary: a story and the step at which it ends in, findings out. It compares what the engine hands
out, in ISO and plain digits, never how a browser writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from trees.engine.parts import plain
from trees.engine.session import Step

from .drafts import ScenarioDraft
from .facts import counts_days, values_in
from .findings import Finding
from .rules import scenario_needs_today, scenario_shows_otherwise
from .schema.scalars import NUMBER


def canonical(text: str) -> str:
    """Return a day or a number as the engine hands it out; anything else as it is."""
    return plain(Decimal(text)) if NUMBER.fullmatch(text) else text


def shown(step: Step) -> dict[str, str]:
    """Return the values that the node in view shows."""
    return {name: part["value"] for name, part in step.values.items() if name in step.tree.values}


def check_shown(scenario: ScenarioDraft, step: Step) -> Iterator[Finding]:
    """Report what the outcome does not show, or shows otherwise than the story says."""
    real = shown(step)
    for name, (key, said) in scenario.shows.items():
        if name not in real:
            yield scenario_shows_otherwise.missing(key.span, name, step.node.id, real)
        elif scenario.today is None and _counts(step, name):
            yield scenario_needs_today.found(key.span, name)
        elif canonical(said.value) != real[name]:
            yield scenario_shows_otherwise.found(said.node.span, name, said.value, real[name])


def _counts(step: Step, name: str) -> bool:
    """Whether a value depends on the day it is today."""
    expression = step.tree.values[name].expression
    return counts_days(expression) or any(_counts(step, used) for used in values_in(expression))
