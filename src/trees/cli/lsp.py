"""`trees lsp`: the language server, over standard input and output.

Boundary: starts it, or says what is missing; what it knows is the editor's.
"""

from __future__ import annotations

import argparse
import gc
from pathlib import Path

from .usage import DEFAULT_FOLDER, UsageError


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser("lsp", help="help an editor (a language server, over stdio)")
    parser.add_argument(
        "--folder", type=Path, default=DEFAULT_FOLDER, help="where trees lie in a workspace"
    )
    # Some editors add this to the command of every language server.
    parser.add_argument("--stdio", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until the editor says goodbye."""
    try:
        from trees.editor.handlers import start  # noqa: PLC0415  an extra that may be missing
    except ModuleNotFoundError as error:
        raise UsageError(
            f"the language server needs {error.name}; "
            "install it with: pip install 'mkdocs-decision-trees[lsp]'"
        ) from None
    # It stays for a day, unlike other commands.
    gc.enable()
    start(arguments.folder)
    return 0
