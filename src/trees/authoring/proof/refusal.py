"""What the proof cannot decide.

Boundary: raised where something would have to be guessed; ``judge`` makes it a finding.
"""

from __future__ import annotations

#: A node: the tree that it stands in, and its name.
type Node = tuple[str, str]


class Refusal(Exception):
    """Something cannot be decided; ``code`` is the rule that explains it."""

    def __init__(self, code: str, node: Node, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.node = node
        self.message = message
        self.hint = hint
