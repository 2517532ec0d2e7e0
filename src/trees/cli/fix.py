"""`trees check --fix`: mends in files, or shown as a diff.

Boundary: reads and writes the files; which mend is right is authoring's to say.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import unified_diff
from pathlib import Path

from trees.authoring.files import read_folder, replace_text
from trees.authoring.mending import Mended, mended
from trees.authoring.report_text import visible
from trees.authoring.source import Limits

from .usage import UsageError


def fix(folders: Mapping[Path, list[Path]], today: date, *, show: bool) -> bool:
    """Mend the files of some folders; return whether the check should go on.

    With ``show``, the mends are printed as a diff and nothing is written; where there are any, that
    is the end.
    """
    shown = False
    for folder, files in folders.items():
        texts, unread = read_folder(folder, Path(), Limits())
        wanted = {file.resolve() for file in files}
        only = frozenset(path for path in texts if Path(path).resolve() in wanted)
        done = mended(texts, today, only, unread)
        if show:
            shown |= _show(texts, done)
        else:
            _write(texts, done)
    return not shown


def _changed(texts: Mapping[str, str], done: Mended) -> Iterator[str]:
    return (path for path, text in done.texts.items() if text != texts[path])


def _show(texts: Mapping[str, str], done: Mended) -> bool:
    changed = list(_changed(texts, done))
    for path in changed:
        before, after = texts[path].splitlines(), done.texts[path].splitlines()
        lines = unified_diff(before, after, path, path, lineterm="")
        print("\n".join(map(visible, lines)))
    return bool(changed)


def _write(texts: Mapping[str, str], done: Mended) -> None:
    for path in _changed(texts, done):
        try:
            replace_text(Path(path), done.texts[path])
        except OSError as error:
            raise UsageError(f"cannot write {path}: {error.strerror}") from None
    for one in done.findings:
        place = f"{one.span.path}:{one.span.line}:{one.span.column}"
        print(f"mended {visible(place)} {one.code}: {visible(one.message)}", file=sys.stderr)
