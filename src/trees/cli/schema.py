"""`trees schema`: the format as JSON Schema, for editors.

Boundary: prints or writes; what stands in a schema is authoring's.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from trees.authoring.schema.json_schema import FILES, schemas

from .usage import UsageError


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser("schema", help="write the format as JSON Schema, for editors")
    parser.add_argument(
        "file", nargs="?", choices=tuple(FILES), default="tree", help="what it describes"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="the file to write")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write one schema."""
    text = json.dumps(schemas()[FILES[arguments.file]], indent=2, ensure_ascii=False) + "\n"
    if arguments.output is None:
        sys.stdout.write(text)
        return 0
    try:
        arguments.output.write_text(text, "utf-8")
    except OSError as error:
        raise UsageError(f"cannot write {arguments.output}: {error.strerror}") from None
    return 0
