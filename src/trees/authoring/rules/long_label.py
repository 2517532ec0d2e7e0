"""An option is longer than a line on a phone.

Options are read like a list. One that breaks is slower to read, and pushes the others down.

Bad:

    label: Somebody wants me to send them a payment outside of AliExpress

Good:

    label: Payment outside AliExpress
    hint: For example by bank transfer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..style import Guide

#: What fits on a line of a common phone, which is about 400 points wide.
LONGEST = 40


def check(guide: Guide) -> Iterator[Finding]:
    """Report labels that are too long."""
    for name, question in guide.document.questions.items():
        for option, text in question.options.items():
            if len(text.label) > LONGEST:
                yield make(
                    __name__,
                    guide.option(name, option),
                    f"The option `{option}` has {len(text.label)} characters;"
                    f" {LONGEST} fit on a phone's line",
                    "Shorten it, and say the rest in its `hint`.",
                    "advice",
                )
