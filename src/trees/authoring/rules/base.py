"""What every rule shares: its code, and how it makes a finding.

Boundary: a rule is a module. Its name is its code, its docstring is its page for authors.
"""

from __future__ import annotations

from ..findings import Edit, Finding, Severity, Span
from ..suggest import Guess


def code_of(module: str) -> str:
    """Return the code of a rule: ``trees.authoring.rules.dead_end`` is ``dead-end``."""
    return module.rsplit(".", 1)[-1].replace("_", "-")


#: Where the pages of the rules are published.
PAGES = "https://decision-trees.github.io/decision-trees/rules"


def page_of(code: str) -> str:
    """Return the address of a rule's page."""
    return f"{PAGES}/{code}/"


def make(
    module: str,
    span: Span,
    message: str,
    hint: str = "",
    severity: Severity = "error",
    mend: Edit | None = None,
) -> Finding:
    """Return a finding of the rule whose ``__name__`` is given.

    A hint that guesses the word that was meant is a mend as well.
    """
    if isinstance(hint, Guess):
        mend = Edit(span, hint.meant)
    return Finding(span, code_of(module), message, hint, severity, mend)
