"""The command `trees`: words and exit codes, nothing more.

Boundary: each subcommand is one module with ``add_parser`` and ``run``; what it does lives in
authoring and publishing. Exit codes: 0 clean, 1 findings, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from .usage import UsageError

#: Each is a module of this package, which is read only when it is called: starting is quick.
COMMANDS = (
    "check",
    "prove",
    "diff",
    "mutate",
    "play",
    "graph",
    "export",
    "new",
    "translate",
    "schema",
    "lsp",
)


def command() -> NoReturn:
    """Run one command in a process of its own: it ends before garbage could matter.

    Nothing is taken apart at the end either, which takes longer than one would think.
    """
    gc.disable()
    code = main()
    try:
        for stream in (sys.stdout, sys.stderr):
            if not stream.closed:  # the language server closes its own when it is told goodbye
                stream.flush()
    except BrokenPipeError:
        code = 1
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _never_fail_on_letters()
    # The ways of a large tree are a number of thousands of digits.
    sys.set_int_max_str_digits(0)
    words = sys.argv[1:] if arguments is None else arguments
    parsed = _parser(words).parse_args(words)
    try:
        code: int = parsed.run(parsed)
    except UsageError as error:
        print(f"trees: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has closed it (`trees check | head`): nothing to report.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="trees", description="Decision trees that a reader can trust."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    called = [name for name in COMMANDS if name in words[:1]]
    for name in called or COMMANDS:
        import_module(f"{__name__}.{name}").add_parser(commands)
    return parser


def _never_fail_on_letters() -> None:
    """Print what a terminal cannot show as `?`, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
