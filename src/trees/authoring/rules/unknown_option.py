"""A question is compared with an option that it does not have.

The comparison could never hold. The option is misspelled, or belongs to another question.

Bad:

    - if: paid_with == crad
      go: bank

Good:

    - if: paid_with == card
      go: bank
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..findings import Edit, Finding, Span
from ..suggest import Guess, listing, near
from .base import make


def found(
    span: Span, word: str, question: str, options: Mapping[str, str], owners: Iterable[str] = ()
) -> Finding:
    """Say which options there are (by name, with labels), or which question has this option."""
    known, others = list(options), list(owners)
    close = None if others else near(word, known)
    meant = word.strip("\"'").casefold()
    labelled = next((name for name, label in options.items() if label.casefold() == meant), None)
    if labelled:
        hint = f"Conditions use the names of options, not their labels: write `{labelled}`."
    elif others:
        hint = f"`{word}` is an option of {listing(others)}."
    elif close:
        hint = Guess(close)
    else:
        hint = f"The options of `{question}` are {listing(known)}." if known else ""
    mend = Edit(span, labelled) if labelled else None
    return make(__name__, span, f"`{question}` has no option `{word[:60]}`", hint, mend=mend)
