"""What goes wrong while building: said in three parts, never as a traceback.

Boundary: runs the tools that build, and raises where one fails.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence

#: So much of what a failed tool says last is shown.
SHOWN = 600


class BuildFailure(Exception):
    """The bundle cannot be built. Says what is wrong, where, and how to mend it."""

    def __init__(self, what: str, where: str, mend: str) -> None:
        super().__init__(
            f"The runtime bundle cannot be built: {what}\n  {where}\n  To mend it: {mend}"
        )


def printed(
    command: Sequence[str], what: str, mend: str, environment: Mapping[str, str] | None = None
) -> bytes:
    """Run a tool and return what it prints.

    Raises:
        BuildFailure: the tool failed; ``what`` says with what, ``mend`` how to mend that.
    """
    done = subprocess.run(
        command, env=environment, capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        said = (done.stderr or done.stdout).decode(errors="replace").strip()
        raise BuildFailure(what, said[-SHOWN:], mend)
    return done.stdout
