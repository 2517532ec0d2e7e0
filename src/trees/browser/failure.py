"""What goes wrong while building: said in three parts, never as a traceback."""

from __future__ import annotations


class BuildFailure(Exception):
    """The bundle cannot be built. Says what is wrong, where, and how to mend it."""

    def __init__(self, what: str, where: str, mend: str) -> None:
        super().__init__(
            f"The runtime bundle cannot be built: {what}\n  {where}\n  To mend it: {mend}"
        )
