"""A condition or value speaks of a question that this tree does not have.

It may be misspelled. If another tree asks it, ask it in this tree too, under the same name:
readers who have answered it there are not asked again.

Bad:

    - if: payed_on < 2026-07-01
      go: too_late

Good:

    - if: paid_on < 2026-07-01
      go: too_late
"""

from __future__ import annotations

from collections.abc import Iterable

from ..findings import Finding, Span
from ..suggest import did_you_mean
from .base import make


def found(
    span: Span, word: str, known: Iterable[str], tree: str | None, head: str, owner: str = ""
) -> Finding:
    """Say which word is unknown.

    ``tree`` is the other tree that has such a question, ``owner`` the question of such an option.
    """
    what = "function" if head == "call" else "question"
    otherwise = f"The tree `{tree}` asks it. Ask it here too, by the same name." if tree else ""
    if owner:
        otherwise = f"It is an option: write `{owner} == {word}`, or `{owner} in [{word}, …]`."
    hint = otherwise or did_you_mean(word, known)
    return make(__name__, span, f"There is no {what} called `{word[:60]}`", hint)
