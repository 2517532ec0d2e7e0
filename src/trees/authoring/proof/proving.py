"""The door of the proof for one tree: a library in, what was reached out.

Boundary: knows no files and no findings; ``judge`` turns what was reached into findings.
"""

from __future__ import annotations

from trees.engine.tree import Library

from .cells import cells_of
from .cuts import TooManyError
from .days import Period
from .following import follow
from .plan import Plan, plan_of
from .reach import Reach
from .refusal import Refusal


def prove(library: Library, tree: str, period: Period) -> Reach:
    """Follow all ways that begin in a tree, over all answers and all days of a period.

    Raises:
        Refusal: something cannot be decided exactly.
    """
    plan = plan_of(library, tree, period)
    try:
        cells = cells_of(plan.variants, plan.atoms, period)
    except TooManyError as error:
        raise _too_many(plan, str(error)) from None
    return follow(plan, cells)


def _too_many(plan: Plan, question: str) -> Refusal:
    home = next(tree.id for tree in plan.trees if question in tree.questions)
    return Refusal(
        "too-large-to-prove",
        (home, question),
        f"Conditions tell too many answers to `{question}` apart",
        "Compare it with fewer options, numbers or days.",
    )
