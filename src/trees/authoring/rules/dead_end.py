"""A reader who answers has nowhere to go on to.

Every answer leads on: through a `go`, through `then`, or through a `go` on each option.

Bad:

    paid:
      ask: How did you pay?
      options:
        card: Card
        wallet: {label: Wallet, go: ask_shop}

Good:

    paid:
      ask: How did you pay?
      options:
        card: Card
        wallet: {label: Wallet, go: ask_shop}
      go: bank
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..suggest import listing
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report questions, and options, that lead nowhere."""
    for question in subject.draft.questions.values():
        taken = {branch.option for branch in question.branches}
        # A branch of `then` or `go` is not an option's, and is there for all options.
        if not question.whole or "" in taken:
            continue
        if not taken:
            yield make(
                __name__,
                question.key.span,
                f"Nothing follows after the question `{question.key.value}`",
                "Add `go: target`, or `then:` with branches.",
            )
            continue
        for option, key in question.option_keys.items():
            if option not in taken:
                yield make(
                    __name__,
                    key.span,
                    f"Nothing follows after the option `{option}`",
                    f"Give it a `go`, or the question: the other options ({listing(taken)}) "
                    "have one.",
                )
