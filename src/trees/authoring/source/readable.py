"""Characters that cannot stand in a tree.

Boundary: text in, the place of the first such character out. Control characters and halves of
characters come from broken copies; the three rare line ends would make editors and this check
disagree on line numbers; the marks that turn the direction of writing would show a reviewer another
text than the one that is there.
"""

from __future__ import annotations

import re

UNREADABLE = re.compile(
    r"[^\t\n\r\x20-\x7E\xA0-\u2027\u202F-\u2065\u206A-\uD7FF"
    r"\uE000-\uFEFE\uFF00-\uFFFD\U00010000-\U0010FFFF]"
)


def first_unreadable(text: str) -> int | None:
    """Return where the first character stands that cannot be read, or None."""
    found = UNREADABLE.search(text)
    return found.start() if found else None
