"""A small pair of trees, built by hand, that the engine's tests walk through."""

from __future__ import annotations

from datetime import date

import pytest

from trees.engine.tree import Branch, Library, Outcome, Question, Tree, Value

ANSWER_TAKEN = ["answer", "taken"]


@pytest.fixture
def today() -> date:
    """A Monday."""
    return date(2026, 3, 23)


@pytest.fixture
def library() -> Library:
    """Refund asks whether money was taken and since when; later asks more, and shares `taken`."""
    taken = {"options": {"yes": "Yes", "no": "No", "held": "On hold"}}
    refund = Tree(
        id="refund",
        title="Refund",
        start="taken",
        questions={
            "taken": Question(
                "taken",
                "choice",
                "Was it taken?",
                (
                    Branch("nothing", ["==", ANSWER_TAKEN, ["text", "no"]]),
                    Branch("started", ["==", ANSWER_TAKEN, ["text", "yes"]]),
                    Branch("tree:later"),
                ),
                taken,
            ),
            "started": Question(
                "started",
                "date",
                "Since when?",
                (
                    Branch(
                        "overdue",
                        [">", ["business_days_since", ["answer", "started"]], ["number", "20"]],
                    ),
                    Branch("coming"),
                ),
                {"latest": ["today", 0]},
            ),
        },
        outcomes={
            "nothing": Outcome("nothing", "safe", "Nothing was taken"),
            "coming": Outcome("coming", "wait", "Wait until {due}", ("due", "started", "taken")),
            "overdue": Outcome("overdue", "ask", "Ask", ("today",)),
        },
        values={
            "due": Value("due", ["add_business_days", ["answer", "started"], ["number", "20"]])
        },
    )
    later = Tree(
        id="later",
        title="Later",
        start="paid",
        questions={
            "paid": Question(
                "paid",
                "number",
                "How much?",
                (Branch("taken"),),
                {"unit": "EUR", "min": "0.01", "step": "0.01"},
            ),
            "taken": Question("taken", "choice", "Was it taken?", (Branch("end"),), taken),
        },
        outcomes={"end": Outcome("end", "fix", "End", ("paid",))},
    )
    return {"refund": refund, "later": later}
